"""Writes expected.jsonl: when recurrences happen, according to an implementation that shares nothing
with ours (python-dateutil, with zoneinfo for the zone).

    python3 -m pip install python-dateutil==2.9.0.post0 tzdata
    python3 tests/recurrence/expected.py

The first line of the file says which versions made it. Each further line is one case:
[start, rule, from, to, beginnings], the days as days since 1970-01-01 and the start with its
time of day; a beginning is written as its day alone where it has the start's time of day. The same
seed gives the same file.
"""

import datetime as dt
import importlib.metadata
import json
import pathlib
import random
import sys
import zoneinfo

from dateutil.rrule import rrulestr

SEED = 20261122
CASES = 2400
ZONE = zoneinfo.ZoneInfo("Europe/Stockholm")
UTC = dt.timezone.utc
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
EPOCH = dt.date(1970, 1, 1)
# The most beginnings that one case lists, so that the file stays small.
MOST = 60


def day_number(day):
    return (day - EPOCH).days


def weekdays(draw, most=4):
    return ",".join(sorted(draw.sample(DAYS, draw.randint(1, most)), key=DAYS.index))


def rule_parts(draw, start):
    """The kind of rule and its period in days."""
    kind = draw.choice(
        ["daily", "daily_some", "weekly", "weekly_days", "weekly_days", "fourth_week", "month_day",
         "month_days", "month_last", "month_nth", "month_nth", "month_position", "yearly", "year_nth",
         "year_month_days", "week_start"]
    )
    every = draw.choice([1, 1, 1, 2, 3, 4, 5, 6, 12])
    step = f";INTERVAL={every}" if every > 1 else ""
    nth = draw.choice([1, 2, 3, 4, 5, -1, -2])
    day = draw.choice(DAYS)
    match kind:
        case "daily":
            return "FREQ=DAILY" + step, every
        case "daily_some":
            return f"FREQ=DAILY;BYDAY={weekdays(draw, 6)}", 2
        case "weekly":
            return "FREQ=WEEKLY" + step, 7 * every
        case "weekly_days":
            return f"FREQ=WEEKLY{step};BYDAY={weekdays(draw)}", 3 * every
        case "fourth_week":
            return f"FREQ=WEEKLY;INTERVAL=4;BYDAY={weekdays(draw, 3)}", 14
        case "week_start":
            return f"FREQ=WEEKLY{step};WKST={draw.choice(DAYS)};BYDAY={weekdays(draw)}", 3 * every
        case "month_day":
            return "FREQ=MONTHLY" + step, 31 * every
        case "month_days":
            days = ",".join(map(str, sorted(draw.sample(range(1, 32), draw.randint(1, 3)))))
            return f"FREQ=MONTHLY{step};BYMONTHDAY={days}", 15 * every
        case "month_last":
            return f"FREQ=MONTHLY{step};BYMONTHDAY={draw.choice([-1, -2, -31])}", 31 * every
        case "month_nth":
            return f"FREQ=MONTHLY{step};BYDAY={nth}{day}", 31 * every
        case "month_position":
            # The last, first, second working day and the like.
            positions = draw.choice(["1", "-1", "2", "1,-1", "-2"])
            return f"FREQ=MONTHLY{step};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={positions}", 20 * every
        case "yearly":
            return "FREQ=YEARLY" + (";INTERVAL=2" if every > 3 else ""), 500
        case "year_nth":
            month = draw.randint(1, 12)
            return f"FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{day}", 365
        case "year_month_days":
            month = draw.randint(1, 12)
            return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={draw.randint(1, 28)}", 365


def case(draw):
    start_day = dt.date(draw.randint(2000, 2028), 1, 1) + dt.timedelta(draw.randint(0, 365))
    if draw.random() < 0.25:
        # Close to a night on which the clocks change: the last Sunday of March or October.
        last = dt.date(start_day.year, draw.choice([3, 10]), 31)
        change = last - dt.timedelta((last.weekday() + 1) % 7)
        start_day = change - dt.timedelta(draw.randint(0, 30))
    time = draw.choice(
        [dt.time(9, 0), dt.time(13, 30), dt.time(2, 30), dt.time(2, 0), dt.time(3, 0), dt.time(0, 0),
         dt.time(23, 45), dt.time(draw.randint(0, 23), draw.choice([0, 15, 30, 45]))]
    )
    start = dt.datetime.combine(start_day, time)
    rule, period = rule_parts(draw, start)
    end = draw.choice(["never", "never", "count", "until_utc", "until_day"])
    # dateutil reads an end in UTC only for a start with a zone.
    expected_rule, expected_start = rule, start.replace(tzinfo=ZONE)
    if end == "count":
        rule += f";COUNT={draw.randint(1, 80)}"
        expected_rule = rule
    elif end != "never":
        last = start + dt.timedelta(days=draw.randint(0, 40) * period)
        if end == "until_day":
            rule += last.strftime(";UNTIL=%Y%m%d")
            last = dt.datetime.combine(last.date(), dt.time(23, 59, 59))
        else:
            # A second before, at, or after the time of day.
            last += dt.timedelta(seconds=draw.choice([-1, 0, 0, 1]))
            last_utc = last.replace(tzinfo=ZONE).astimezone(UTC)
            rule += last_utc.strftime(";UNTIL=%Y%m%dT%H%M%SZ")
        expected_rule += last.replace(tzinfo=ZONE).astimezone(UTC).strftime(";UNTIL=%Y%m%dT%H%M%SZ")
    # From before the start to half a century after it.
    begins = start_day + dt.timedelta(days=draw.choice([-10, 0, 1, draw.randint(0, 900), draw.randint(0, 18000)]))
    ends = begins + dt.timedelta(days=draw.randint(1, MOST // 2) * max(period, 1))
    return start, rule, begins, ends, expected_rule, expected_start


def beginnings(rule, start, begins, ends):
    found = []
    for at in rrulestr(rule, dtstart=start):
        if at.date() >= ends:
            break
        if at.date() >= begins:
            assert at.time() == start.time(), "the wall-clock time must not change"
            found.append(day_number(at.date()))
        if at.year > 2099:
            break
    return found


def main():
    draw = random.Random(SEED)
    lines = []
    while len(lines) < CASES:
        start, rule, begins, ends, expected_rule, expected_start = case(draw)
        if ends.year > 2099:
            continue
        found = beginnings(expected_rule, expected_start, begins, ends)
        if len(found) > 2 * MOST:
            continue
        row = [start.isoformat(timespec="minutes"), rule, day_number(begins), day_number(ends), found]
        lines.append(json.dumps(row, separators=(",", ":")))
    head = {
        "made_with": f"python-dateutil {importlib.metadata.version('python-dateutil')}",
        "zones": f"zoneinfo of Python {sys.version_info.major}.{sys.version_info.minor}",
        "seed": SEED,
        "cases": CASES,
    }
    path = pathlib.Path(__file__).with_name("expected.jsonl")
    path.write_text("\n".join([json.dumps(head), *lines]) + "\n", encoding="utf-8")


main()
