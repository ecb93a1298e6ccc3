class Machine:
    states = {'idle': {'start': 'running'}, 'running': {'pause': 'paused', 'stop': 'idle'}, 'paused': {'resume': 'running', 'stop': 'idle'}}
    def __init__(self):
        self.state = 'idle'
        self.history = []
    def __call__(self, event):
        try:
            new = self.states[self.state][event]
        except KeyError:
            raise ValueError(f'cannot {event} when {self.state}') from None
        self.history.append((self.state, event))
        self.state = new
        return self
m = Machine()
m('start')('pause')('resume')
print(m.state, m.history)
try:
    m('start')
except ValueError as e:
    print(e)
class Account:
    interest = 0.02
    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.__balance = balance
    @property
    def balance(self):
        return round(self.__balance, 2)
    def deposit(self, x):
        if x <= 0:
            raise ValueError('deposit must be positive')
        self.__balance += x
        return self
    def year(self):
        self.__balance *= 1 + self.interest
        return self
a = Account('Ann', 100)
print(a.deposit(50).year().balance, a.owner, hasattr(a, '__balance'), a._Account__balance)
try:
    a.deposit(-1)
except ValueError as e:
    print(e)
class Log:
    def __init__(self):
        self.lines = []
    def __lshift__(self, x):
        self.lines.append(str(x))
        return self
log = Log()
log << 'a' << 1 << [2]
print(log.lines)
