"""Administrative units of Vietnam and the days they exist: three tiers until 30 June 2025, two from 1 July 2025.

Names are looked up by key (`fold_key`), dashes and the spellings of "Đắk" make no difference. A lookup without a day
answers for both sides of 1 July 2025. Provinces and districts load on first use; communes only when they are asked for.
"""

from service.gazetteer.lookup import find_units, is_province, province, province_names, province_of
from service.gazetteer.tables import Unit, place_key

__all__ = ["Unit", "find_units", "is_province", "place_key", "province", "province_names", "province_of"]
