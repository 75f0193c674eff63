"""Every enumeration of the wire contract, once.

The members are `StrEnum`s: a member equals its wire value, so `Level.PROVINCE == "province"` holds and JSON needs no
conversion. The Vietnamese terms beside the members are those of the articles.
"""

from enum import StrEnum


class Action(StrEnum):
    """What is done to an official (the contract's table of words)."""

    ROTATION = "rotation"  # luân chuyển; also chuyển đổi vị trí công tác
    TRANSFER = "transfer"  # điều động
    SECONDMENT = "secondment"  # biệt phái
    REINFORCEMENT = "reinforcement"  # tăng cường
    APPOINTMENT = "appointment"  # bổ nhiệm, chỉ định, phân công, giao giữ chức
    REAPPOINTMENT = "reappointment"  # bổ nhiệm lại
    ELECTION = "election"  # bầu, trúng cử, phê chuẩn kết quả bầu
    PROMOTION = "promotion"  # giữ chức vụ cao hơn
    RETURN = "return"  # trở lại, quay về vị trí cũ
    REMOVAL = "removal"  # miễn nhiệm, cho thôi giữ chức


class MoveStatus(StrEnum):
    """Whether a move took place, is planned or conditional, or was revoked."""

    DONE = "done"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Level(StrEnum):
    """Tier of the political system. `agency` where the text leaves the tier open, and for moves between bodies of one
    tier (ngành này sang ngành khác)."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    AGENCY = "agency"


class Role(StrEnum):
    """Kind of post. One post can carry two: "Phó Bí thư, Chủ tịch UBND"."""

    SECRETARY = "secretary"
    STANDING_DEPUTY_SECRETARY = "standing_deputy_secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    PEOPLES_COMMITTEE_CHAIR = "peoples_committee_chair"
    PEOPLES_COMMITTEE_VICE_CHAIR = "peoples_committee_vice_chair"
    PEOPLES_COUNCIL_CHAIR = "peoples_council_chair"
    PEOPLES_COUNCIL_VICE_CHAIR = "peoples_council_vice_chair"
    HEAD = "head"  # cấp trưởng: any other first post
    DEPUTY_HEAD = "deputy_head"  # cấp phó
    MEMBER = "member"  # ủy viên
    OTHER = "other"


class CountUnit(StrEnum):
    """What a count counts: people, or turns (lượt), in which one person may count twice."""

    PERSON = "person"
    TURN = "turn"


class Qualifier(StrEnum):
    """How exactly the source states a count: khoảng is `about`, hơn/trên `over`, gần `under`, ít nhất `at_least`."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"


class Grouping(StrEnum):
    """What a breakdown groups by."""

    DIRECTION = "direction"
    POSITION = "position"
    ORIGIN_POSITION = "origin_position"
    LOCALITY = "locality"
    TIME = "time"
    ATTRIBUTE = "attribute"


class Measure(StrEnum):
    """The personnel rule whose coverage a ratio states."""

    NON_LOCAL_LEADER = "non_local_leader"  # không là người địa phương
    SECRETARY_IS_CHAIR = "secretary_is_chair"  # bí thư đồng thời là chủ tịch
    OTHER = "other"


class ProvisionKind(StrEnum):
    """What a rule of a plan or regulation sets."""

    MIN_DURATION = "min_duration"
    MAX_DURATION = "max_duration"
    MAX_AGE = "max_age"
    MIN_AGE = "min_age"
    MAX_CONSECUTIVE_TERMS = "max_consecutive_terms"
    QUOTA = "quota"
    SCOPE = "scope"
    PLACEMENT = "placement"
    OTHER = "other"


class ProvisionUnit(StrEnum):
    """The unit of a provision's value."""

    MONTH = "month"
    YEAR = "year"
    TERM = "term"
    PERCENT = "percent"
    PERSON = "person"


class FigureStatus(StrEnum):
    """What became of a number of the text in the ledger."""

    USED = "used"
    EXCLUDED = "excluded"
    UNEXPLAINED = "unexplained"


class CheckCode(StrEnum):
    """The checks of the contract; each code is also the name of the function that runs it."""

    EVIDENCE_GROUNDED = "evidence_grounded"
    TOTAL_MATCHES_PARTS = "total_matches_parts"
    PERCENT_MATCHES_RATIO = "percent_matches_ratio"
    MEMBERS_MATCH_COUNT = "members_match_count"
    RESTATED_FIGURES_AGREE = "restated_figures_agree"
    FIGURES_COVERED = "figures_covered"
    LEVELS_CONSISTENT = "levels_consistent"
    DATES_PLAUSIBLE = "dates_plausible"
    READERS_AGREE = "readers_agree"


class CheckStatus(StrEnum):
    """The outcome of a check."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"


class Cause(StrEnum):
    """Who is wrong when a check does not pass: the article, the reading of it, or not known."""

    SOURCE = "source"
    READER = "reader"
    UNKNOWN = "unknown"


class ReviewStatus(StrEnum):
    """`needs_review` when any check warns or fails."""

    CLEAN = "clean"
    NEEDS_REVIEW = "needs_review"


class RequestPart(StrEnum):
    """The part of an HTTP request that a problem is in."""

    BODY = "body"
    QUERY = "query"
