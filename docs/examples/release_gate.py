#!/usr/bin/env python3
"""Stops a build while a release is not ready.

    release_gate.py JIRA PROJECT RELEASE [BOUND]

JIRA is the address of Jira, BOUND the lowest score that an issue may have (80 when nothing is said). The environment variable
JIRA_TOKEN holds a personal access token. Prints what is missing and ends with 0 when every issue has the bound, with 1 when one
has not, with 2 when that cannot be told, for example because no issue that the owner of the token may browse has a score, and with
3 when Jira cannot be reached, so that trying again later may help. Needs nothing but Python 3.
"""
import http.client
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request


def pages(jira, project, release, token):
    """The pages of the release, one after the other."""
    start = 0
    while start is not None:
        query = urllib.parse.urlencode({"project": project, "release": release, "start": start})
        request = urllib.request.Request(jira + "/rest/decision-gates/1.0/readiness?" + query,
                                         headers={"Authorization": "Bearer " + token, "Accept": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            page = json.load(answer)
        yield page
        start = page["next"]


def main(jira, project, release, bound="80"):
    lowest, below = None, 0
    for page in pages(jira.rstrip("/"), project, release, os.environ["JIRA_TOKEN"]):
        for issue in page["issues"]:
            points = issue["points"]
            if points is None:  # nothing is asked of this issue
                continue
            lowest = points if lowest is None else min(lowest, points)
            if points < int(bound):
                below += 1
                print("%s has %d of 100: %s" % (issue["issue"], points, ", ".join(issue["missing"])))
    if lowest is None:
        print("%s %s: no issue that you may browse has a score" % (project, release), file=sys.stderr)
        return 2
    print("%s %s: lowest score %s, %d below %s" % (project, release, lowest, below, bound))
    return 1 if below else 0


def run(arguments):
    if not 3 <= len(arguments) <= 4 or arguments[3:] and not arguments[3].isdigit():
        print(__doc__, file=sys.stderr)
        return 2
    if not os.environ.get("JIRA_TOKEN"):
        print("cannot tell: the environment variable JIRA_TOKEN is empty; put a personal access token into it", file=sys.stderr)
        return 2
    try:
        return main(*arguments)
    except urllib.error.HTTPError as error:
        print("Jira answers %d: %s" % (error.code, error.read(2000).decode("utf-8", "replace")), file=sys.stderr)
    except (OSError, http.client.HTTPException) as error:
        print("cannot reach Jira at %s: %s" % (arguments[0], getattr(error, "reason", error)), file=sys.stderr)
        return 3
    except (KeyError, TypeError, ValueError) as error:
        print("cannot tell: %s does not answer with the readiness of a release (%r)" % (arguments[0], error), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
