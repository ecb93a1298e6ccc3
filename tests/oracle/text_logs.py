import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
log = logging.getLogger("app")
log.debug("hidden")
log.info("started %s with %d items", "job", 3)
log.warning("careful: %(what)s", {"what": "dict"})
log.error("bad %s", ValueError("x"))
logging.info("root says")
child = logging.getLogger("app.part")
child.setLevel(logging.ERROR)
child.warning("hidden")
child.critical("shown")
print(log.name, log.level, log.getEffectiveLevel(), child.getEffectiveLevel(), log.isEnabledFor(10), child.parent is log)
f = io.StringIO()
h = logging.StreamHandler(f)
h.setFormatter(logging.Formatter("[%(levelname)-8s] %(message)s"))
h.setLevel("WARNING")
log.addHandler(h)
log.propagate = False
log.info("not here")
log.warning("here")
log.log(45, "level 45")
print(f.getvalue(), end="")
print(logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(15), logging.WARNING, log.handlers == [h])
try:
    log.setLevel("LOUD")
except ValueError as e:
    print(e)
