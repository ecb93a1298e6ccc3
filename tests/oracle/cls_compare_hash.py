class Card:
    ranks = '23456789TJQKA'
    def __init__(self, rank, suit='S'):
        self.rank, self.suit = rank, suit
    def __eq__(self, o):
        return isinstance(o, Card) and (self.rank, self.suit) == (o.rank, o.suit)
    def __lt__(self, o):
        return self.ranks.index(self.rank) < self.ranks.index(o.rank)
    def __le__(self, o):
        return self < o or self.rank == o.rank
    def __hash__(self):
        return hash((self.rank, self.suit))
    def __repr__(self):
        return self.rank + self.suit
hand = [Card(r) for r in 'K2A9T']
print(sorted(hand), max(hand), min(hand), sorted(hand, reverse=True), Card('2') in hand, Card('3') in hand, hand.index(Card('A')), hand.count(Card('A')))
print(Card('2') == Card('2'), Card('2') != Card('2'), Card('2') != Card('3'), Card('2') < Card('3') <= Card('3'), Card('5') > Card('4'), len({Card('2'), Card('2')}), {Card('A'): 1}[Card('A')], Card('A') == 'A')
try:
    Card('2') >= 5
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
class OnlyEq:
    def __eq__(self, o):
        return True
try:
    hash(OnlyEq())
except TypeError as e:
    print(e)
print(OnlyEq() == 5, 5 == OnlyEq(), OnlyEq() != 5, OnlyEq() in [1])
class R:
    def __radd__(self, o):
        return ('radd', o)
    def __rsub__(self, o):
        return ('rsub', o)
    def __rtruediv__(self, o):
        return ('rdiv', o)
    def __gt__(self, o):
        return 'gt'
print(1 + R(), 'a' + R() if False else 2.5 - R(), 1 / R(), 3 < R(), [1] + R())
