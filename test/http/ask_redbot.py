"""Has REDbot look at addresses, all at once, and prints what it holds against each, as JSON."""

import json
import sys
from configparser import ConfigParser

import thor
from httplint.note import levels
from redbot.resource import HttpResource

config = ConfigParser()
config.read_dict({"redbot": {"enable_local_access": "True"}})
waiting = set()


def ask(url):
    resource = HttpResource(config["redbot"])
    resource.set_request(url)
    waiting.add(resource)

    @thor.events.on(resource)
    def check_done():
        waiting.remove(resource)
        if not waiting:
            thor.stop()

    return resource


def report(resource):
    whole = [one for note in resource.response.notes for one in (note, *note.subnotes)]
    supports = {"If-None-Match": resource.inm_support, "Range": resource.partial_support}
    return {
        "status": resource.response.status_code,
        "supports": [name for name, is_so in supports.items() if is_so],
        "problems": [
            str(note.summary) for note in whole if note.level in (levels.WARN, levels.BAD)
        ],
    }


resources = [ask(url) for url in json.load(sys.stdin)]
for resource in resources:
    resource.check()
thor.run()
print(json.dumps([report(resource) for resource in resources]))
