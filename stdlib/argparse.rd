"""Arguments of a program's command line: positional ones, options, help."""

import sys as _sys

SUPPRESS: str = "==SUPPRESS=="
OPTIONAL: str = "?"
ZERO_OR_MORE: str = "*"
ONE_OR_MORE: str = "+"
REMAINDER: str = "..."

class ArgumentTypeError(Exception):
    """What a `type` function raises for a text that is no such value."""

    def __init__(self, *args):
        super().__init__(*args)

class ArgumentError(Exception):
    """An argument is wrong."""

    def __init__(self, argument: Any, message: str) -> None:
        super().__init__(message)
        self.argument_name = None if argument is None else argument._shown()
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return f"argument {self.argument_name}: {self.message}"

class Namespace:
    """What the arguments say, as attributes.

    >>> from argparse import Namespace
    >>> Namespace(a=1, b="x")
    Namespace(a=1, b='x')
    """

    def __init__(self, **kwargs: Any) -> None:
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in vars(self)

    def __repr__(self):
        return f"Namespace({', '.join([f'{name}={value!r}' for name, value in vars(self).items()])})"

class _Argument:
    def __init__(self, names, dest, given):
        self.names = names
        self.dest = dest
        self.action = given.get("action", "store")
        self.nargs = given.get("nargs")
        self.const = given.get("const")
        self.default = given.get("default")
        self.type = given.get("type")
        self.choices = given.get("choices")
        self.required = given.get("required", False)
        self.help = given.get("help")
        self.metavar = given.get("metavar")
        self.version = given.get("version")

    def _shown(self):
        if self.names:
            return "/".join(self.names)
        return self.metavar or self.dest

    def _word(self):
        if self.metavar is not None:
            return self.metavar
        if self.choices is not None:
            return "{" + ",".join([str(choice) for choice in self.choices]) + "}"
        return self.dest.upper() if self.names else self.dest

    def _takes(self):
        return self.action in ("store", "append", "extend")

    def _values(self):
        word = self._word()
        if not self._takes():
            return ""
        if isinstance(word, tuple):
            return " ".join(word)
        if self.nargs is None:
            return word
        if self.nargs == "?":
            return f"[{word}]"
        if self.nargs == "*":
            return f"[{word} ...]"
        if self.nargs == "+":
            return f"{word} [{word} ...]"
        if self.nargs == "...":
            return "..."
        return " ".join([word] * self.nargs)

    def _usage(self):
        values = self._values()
        if not self.names:
            return values
        made = self.names[0] + (" " + values if values else "")
        return made if self.required else f"[{made}]"

    def _left(self):
        if not self.names:
            return self._word()
        values = self._values()
        return ", ".join([name + (" " + values if values else "") for name in self.names])

_actions = ("store", "store_true", "store_false", "store_const", "append", "append_const", "count", "extend", "help", "version")
_keywords = ("action", "nargs", "const", "default", "type", "choices", "required", "help", "metavar", "dest", "version")

class _Group:
    def __init__(self, parser, title, required):
        self._parser = parser
        self._title = title
        self._required = required
        self._own = []

    def add_argument(self, *names, **given):
        """Add an argument."""
        made = self._parser.add_argument(*names, **given)
        self._own.append(made)
        return made

class ArgumentParser:
    """What reads the command line.

    >>> from argparse import ArgumentParser
    >>> parser = ArgumentParser(prog="demo")
    >>> a = parser.add_argument("file")
    >>> a = parser.add_argument("-n", "--number", type=int, default=3)
    >>> parser.parse_args(["a.txt", "-n", "5"])
    Namespace(file='a.txt', number=5)
    """

    prog: Any
    description: Any
    epilog: Any

    def __init__(self, prog: str | None = None, usage: str | None = None, description: str | None = None, epilog: str | None = None, add_help: bool = True, allow_abbrev: bool = True, exit_on_error: bool = True, formatter_class: Any = None) -> None:
        if prog is None:
            prog = _sys.argv[0] if _sys.argv else "rdask"
            prog = prog[prog.rfind("/") + 1:]
        self.prog = prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self._abbreviate = allow_abbrev
        self._raise = not exit_on_error
        self._arguments = []
        self._defaults = {}
        self._alone = []
        self._titles = []
        if add_help:
            self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="show this help message and exit")

    def add_argument(self, *names: str, **given: Any) -> Any:
        """Add an argument: a name, or the names of an option; `action`, `nargs`, `const`, `default`, `type`, `choices`, `required`, `help`, `metavar`, `dest`."""
        for name in given:
            if name not in _keywords:
                raise TypeError(f"_StoreAction.__init__() got an unexpected keyword argument '{name}'")
        action = given.get("action", "store")
        if not isinstance(action, str):
            raise TypeError("rdask's argparse takes the name of an action, not a class")
        if action not in _actions:
            raise ValueError(f'unknown action "{action}"')
        options = [name for name in names if name.startswith("-")]
        if not options:
            if len(names) > 1 or names and "dest" in given:
                raise ValueError("dest supplied twice for positional argument")
            if "required" in given:
                raise TypeError("'required' is an invalid argument for positionals")
            dest = names[0] if names else given["dest"]
        elif len(options) != len(names):
            wrong = [name for name in names if not name.startswith("-")][0]
            raise ValueError(f"invalid option string {wrong!r}: must start with a character '-'")
        else:
            dest = given.get("dest")
            if dest is None:
                long = [name for name in options if name.startswith("--")]
                dest = (long or options)[0].lstrip("-").replace("-", "_")
                if not dest:
                    raise ValueError("dest= is required for options like '-'")
        made = _Argument(options, dest, given)
        for other in self._arguments:
            same = [name for name in options if name in other.names]
            if same:
                raise ArgumentError(made, f"conflicting option string{'s' if len(same) > 1 else ''}: {', '.join(same)}")
        if action == "store_true" and "default" not in given:
            made.default = False
        if action == "store_false" and "default" not in given:
            made.default = True
        if made.nargs == 0 and action == "store":
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate")
        self._arguments.append(made)
        return made

    def add_argument_group(self, title: str | None = None, description: str | None = None) -> Any:
        """Arguments that stand under a title of their own in the help."""
        made = _Group(self, title, False)
        self._titles.append((title, description, made))
        return made

    def add_mutually_exclusive_group(self, *, required: bool = False) -> Any:
        """Options of which only one may be given."""
        made = _Group(self, None, required)
        self._alone.append(made)
        return made

    def set_defaults(self, **kwargs: Any) -> None:
        """Values of attributes that no argument sets."""
        self._defaults.update(kwargs)
        for argument in self._arguments:
            if argument.dest in kwargs:
                argument.default = kwargs[argument.dest]

    def get_default(self, dest: str) -> Any:
        """What an attribute is when no argument sets it."""
        for argument in self._arguments:
            if argument.dest == dest and argument.default is not None:
                return argument.default
        return self._defaults.get(dest)

    def _positionals(self):
        return [argument for argument in self._arguments if not argument.names]

    def _options(self):
        return [argument for argument in self._arguments if argument.names]

    def format_usage(self) -> str:
        """The line that shows how the program is called."""
        if self.usage is not None:
            return f"usage: {self.usage.replace('%(prog)s', self.prog)}\n"
        shown = []
        done = []
        for option in self._options():
            if option in done or option.help == SUPPRESS:
                continue
            group = [group for group in self._alone if option in group._own]
            if group:
                own = [other for other in group[0]._own if other.help != SUPPRESS]
                done.extend(own)
                parts = [other._usage().removeprefix("[").removesuffix("]") if not other.required else other._usage() for other in own]
                joined = " | ".join(parts)
                shown.append(f"({joined})" if group[0]._required else f"[{joined}]")
            else:
                shown.append(option._usage())
        places = [argument._usage() for argument in self._positionals() if argument.help != SUPPRESS]
        line = " ".join([f"usage: {self.prog}"] + shown + places)
        if len(line) <= 78:
            return line + "\n"
        lead = f"usage: {self.prog} "
        lines = []
        for parts in (shown, places):
            at = ""
            for part in parts:
                if at and len(lead) + len(at) + 1 + len(part) > 78:
                    lines.append(at)
                    at = part
                else:
                    at = at + " " + part if at else part
            if at:
                lines.append(at)
        return lead + ("\n" + " " * len(lead)).join(lines) + "\n"

    def _entry(self, argument, column):
        left = "  " + argument._left()
        if not argument.help:
            return left + "\n"
        import textwrap
        values = {"prog": self.prog, "default": argument.default, "dest": argument.dest, "const": argument.const, "metavar": argument.metavar, "type": getattr(argument.type, "__name__", argument.type), "choices": None if argument.choices is None else ", ".join([str(choice) for choice in argument.choices]), "nargs": argument.nargs, "required": argument.required, "help": argument.help}
        lines = textwrap.wrap(" ".join((argument.help % values).split()), max(78 - column, 11))
        if len(left) <= column - 2:
            text = left.ljust(column) + lines[0] + "\n"
            lines = lines[1:]
        else:
            text = left + "\n"
        return text + "".join([" " * column + line + "\n" for line in lines])

    def format_help(self) -> str:
        """The help of the program."""
        import textwrap
        parts = [self.format_usage()]
        if self.description:
            parts.append(textwrap.fill(" ".join(self.description.replace("%(prog)s", self.prog).split()), 78) + "\n")
        titled = []
        for title, description, group in self._titles:
            titled.extend(group._own)
        shown = [argument for argument in self._arguments if argument.help != SUPPRESS]
        longest = max([len(argument._left()) + 4 for argument in shown] + [0])
        column = min(longest, 24)
        places = [argument for argument in self._positionals() if argument in shown and argument not in titled]
        options = [argument for argument in self._options() if argument in shown and argument not in titled]
        if places:
            parts.append("positional arguments:\n" + "".join([self._entry(argument, column) for argument in places]))
        if options:
            parts.append("options:\n" + "".join([self._entry(argument, column) for argument in options]))
        for title, description, group in self._titles:
            own = [argument for argument in group._own if argument in shown]
            if own or description:
                text = f"{title}:\n" if title else ""
                if description:
                    text += textwrap.indent(textwrap.fill(description, 76), "  ") + "\n\n"
                parts.append(text + "".join([self._entry(argument, column) for argument in own]))
        if self.epilog:
            parts.append(textwrap.fill(" ".join(self.epilog.replace("%(prog)s", self.prog).split()), 78) + "\n")
        return "\n".join(parts)

    def print_help(self, file: Any = None) -> None:
        """Write the help."""
        print(self.format_help(), end="", file=file or _sys.stdout)

    def print_usage(self, file: Any = None) -> None:
        """Write how the program is called."""
        print(self.format_usage(), end="", file=file or _sys.stdout)

    def exit(self, status: int = 0, message: str | None = None) -> None:
        """End the program."""
        if message:
            print(message, end="", file=_sys.stderr)
        _sys.exit(status)

    def error(self, message: str) -> None:
        """End the program: its arguments are wrong."""
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _convert(self, argument, text):
        value = text
        if argument.type is not None:
            name = getattr(argument.type, "__name__", repr(argument.type))
            try:
                value = argument.type(text)
            except ArgumentTypeError as error:
                raise ArgumentError(argument, str(error)) from None
            except (TypeError, ValueError):
                raise ArgumentError(argument, f"invalid {name} value: {text!r}") from None
        if argument.choices is not None and value not in argument.choices:
            shown = ", ".join([repr(choice) for choice in argument.choices])
            raise ArgumentError(argument, f"invalid choice: {value!r} (choose from {shown})")
        return value

    def _find(self, word):
        for option in self._options():
            if word in option.names:
                return option
        if word.startswith("--") and self._abbreviate:
            found = [(option, name) for option in self._options() for name in option.names if name.startswith(word)]
            if len(found) > 1:
                shown = ", ".join([name for option, name in found])
                raise ArgumentError(None, f"ambiguous option: {word} could match {shown}")
            if found:
                return found[0][0]
        return None

    def _is_option(self, word):
        if not word.startswith("-") or word == "-":
            return False
        if self._find(word.split("=", 1)[0]) is not None:
            return True
        number = word[1:].replace(".", "", 1)
        if number.isdigit():
            return any([name[1:].isdigit() for option in self._options() for name in option.names])
        return " " not in word

    def _put(self, space, argument, values):
        action = argument.action
        dest = argument.dest
        if action == "store":
            if argument.nargs is None:
                setattr(space, dest, self._convert(argument, values[0]))
            elif argument.nargs == "?":
                if values:
                    setattr(space, dest, self._convert(argument, values[0]))
                elif argument.names:
                    setattr(space, dest, argument.const)
            else:
                setattr(space, dest, [self._convert(argument, value) for value in values])
        elif action in ("append", "extend"):
            made = list(getattr(space, dest, None) or [])
            if argument.nargs is None or argument.nargs == "?":
                made.append(self._convert(argument, values[0]) if values else argument.const)
            else:
                new = [self._convert(argument, value) for value in values]
                if action == "extend":
                    made.extend(new)
                else:
                    made.append(new)
            setattr(space, dest, made)
        elif action == "append_const":
            setattr(space, dest, list(getattr(space, dest, None) or []) + [argument.const])
        elif action == "store_true":
            setattr(space, dest, True)
        elif action == "store_false":
            setattr(space, dest, False)
        elif action == "store_const":
            setattr(space, dest, argument.const)
        elif action == "count":
            setattr(space, dest, (getattr(space, dest, None) or 0) + 1)
        elif action == "help":
            self.print_help()
            self.exit()
        elif action == "version":
            print((argument.version or "").replace("%(prog)s", self.prog))
            self.exit()

    def _least(self, argument):
        if argument.nargs is None or argument.nargs == "+":
            return 1
        return argument.nargs if isinstance(argument.nargs, int) else 0

    def _most(self, argument):
        if argument.nargs is None or argument.nargs == "?":
            return 1
        return argument.nargs if isinstance(argument.nargs, int) else 1 << 60

    def _option(self, space, argument, words, at, joined):
        if not argument._takes():
            if joined is not None:
                raise ArgumentError(argument, f"ignored explicit argument {joined!r}")
            self._put(space, argument, [])
            return at
        if joined is not None:
            if self._least(argument) > 1:
                raise ArgumentError(argument, f"expected {argument.nargs} arguments")
            self._put(space, argument, [joined])
            return at
        values = []
        while at < len(words) and len(values) < self._most(argument) and (argument.nargs == "..." or not self._is_option(words[at])):
            if words[at] == "--":
                break
            values.append(words[at])
            at += 1
        if len(values) < self._least(argument):
            if argument.nargs is None:
                wanted = "expected one argument"
            elif argument.nargs == "+":
                wanted = "expected at least one argument"
            else:
                wanted = f"expected {argument.nargs} argument{'s' if argument.nargs != 1 else ''}"
            raise ArgumentError(argument, wanted)
        self._put(space, argument, values)
        return at

    def _read(self, words, space):
        seen = []
        plain = []
        extra = []
        at = 0
        while at < len(words):
            word = words[at]
            at += 1
            if word == "--":
                plain.extend(words[at:])
                break
            if not self._is_option(word):
                plain.append(word)
                continue
            name, mark, joined = word.partition("=")
            argument = self._find(word) or self._find(name)
            if argument is not None:
                for group in self._alone:
                    if argument in group._own:
                        for other in group._own:
                            if other in seen and other is not argument:
                                raise ArgumentError(argument, f"not allowed with argument {other._shown()}")
                seen.append(argument)
                at = self._option(space, argument, words, at, joined if mark and word not in argument.names else None)
                continue
            rest = word
            while rest is not None and not word.startswith("--"):
                argument = self._find(rest[:2])
                if argument is None:
                    break
                seen.append(argument)
                tail = rest[2:]
                if argument._takes():
                    at = self._option(space, argument, words, at, tail.removeprefix("=") if tail else None)
                    rest = None
                else:
                    self._put(space, argument, [])
                    rest = "-" + tail if tail else None
            if rest is not None:
                extra.append(word)
        self._place(space, plain, extra, seen)
        missing = [argument._shown() for argument in self._arguments if argument not in seen and (argument.required or not argument.names and (self._least(argument) > 0 or argument.nargs == "*" and argument.default is None))]
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self._alone:
            if group._required and not [argument for argument in group._own if argument in seen]:
                shown = " ".join([argument._shown() for argument in group._own])
                raise ArgumentError(None, f"one of the arguments {shown} is required")
        return extra

    def _place(self, space, plain, extra, seen):
        places = self._positionals()
        at = 0
        for n, argument in enumerate(places):
            later = sum([self._least(other) for other in places[n + 1:]])
            count = min(self._most(argument), max(len(plain) - at - later, 0))
            if count < self._least(argument):
                break
            values = plain[at:at + count]
            at += count
            if not values and argument.nargs in ("?", "*"):
                seen.append(argument)
                if argument.nargs == "*" and argument.default is None:
                    setattr(space, argument.dest, [])
                continue
            seen.append(argument)
            self._put(space, argument, values)
        extra.extend(plain[at:])

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """What the arguments say, and those that are not known."""
        words = list(_sys.argv[1:] if args is None else args)
        space = namespace if namespace is not None else Namespace()
        for argument in self._arguments:
            if argument.dest != SUPPRESS and argument.default != SUPPRESS and not hasattr(space, argument.dest):
                if argument.action not in ("help", "version"):
                    setattr(space, argument.dest, argument.default)
        for name, value in self._defaults.items():
            if not hasattr(space, name):
                setattr(space, name, value)
        try:
            extra = self._read(words, space)
            for argument in self._arguments:
                value = getattr(space, argument.dest, None)
                if isinstance(value, str) and value is argument.default and argument.type is not None:
                    setattr(space, argument.dest, self._convert(argument, value))
        except ArgumentError as error:
            if self._raise:
                raise
            self.error(str(error))
        return space, extra

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What the arguments say."""
        space, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error(f"unrecognized arguments: {' '.join(extra)}")
        return space

    def __repr__(self):
        return f"ArgumentParser(prog={self.prog!r}, usage={self.usage!r}, description={self.description!r}, formatter_class=<class 'argparse.HelpFormatter'>, conflict_handler='error', add_help=True)"
