"""The families of words that tell what a date is, each in sentences of its own."""

from __future__ import annotations

import pytest

from language.dates import IncompleteDate, find_dates, resolve
from tests.language.judged import TODAY, roles_and_days

Expected = list[tuple[str | None, str]]

ARRIVALS: dict[str, Expected] = {
    "we are five: me, husband and three kids, came on 9 aug": [("entry_date", "2026-08-09")],
    "she apply for extension on 9 nov": [("application_date", "2026-11-09")],
    "we apply extension 9 nov": [("application_date", "2026-11-09")],
    "can he apply for extension 9 nov": [("other", "2027-11-09")],
    "her son is a visitor. stay till 9 oct, extension sent 2 oct": [
        ("record_expiry", "2026-10-09"),
        ("application_date", "2026-10-02"),
    ],
    "hoping to visit my niece and her kids from 9 jan to 9 june": [
        ("entry_date", "2027-01-09"),
        ("other", "2027-06-09"),
    ],
    "the machine printed me a receipt at YYZ 9 aug": [("entry_date", "2026-08-09")],
    "wait there is ink under the stamp, 9 JA 2027": [("stamp_date", "2027-01-09")],
    "next to the stamp somebody put 9 jan 2027": [("stamp_date", "2027-01-09")],
    "there's a pen note beside the stamp: 9 jan 2027": [("stamp_date", "2027-01-09")],
    "my electronic travel authorization lapses 9 jan 2027": [("visa_expiry", "2027-01-09")],
    "the class runs 9 dec to 8 feb": [("other", "2026-12-09"), ("other", "2027-02-08")],
    "the training goes from 9 dec": [("other", "2026-12-09")],
    "her permit is being made. She may begin on 9 dec": [("other", "2026-12-09")],
    "I only read the refusal on 9 nov": [("other", "2026-11-09")],
    "opened the letter only on 9 nov": [("other", "2026-11-09")],
    "I never noticed, the officer wrote 9 jan 2027": [("stamp_date", "2027-01-09")],
    "reached Vancouver on 9 aug": [("entry_date", "2026-08-09")],
    "they put us ashore in Halifax on 9 aug": [("entry_date", "2026-08-09")],
    "was airlifted off the ferry to Victoria 9 aug": [("entry_date", "2026-08-09")],
    "I was taken off the ship in Boston on 9 aug": [(None, "2026-08-09")],
    "walked out of YUL on 9 aug": [("entry_date", "2026-08-09")],
    "flew out of YUL on 9 aug": [("left_canada_on", "2026-08-09")],
    "ircc returned my forms unsigned on 9 nov": [("decision_date", "2026-11-09")],
    "On 9 nov IRCC return everything": [("decision_date", "2026-11-09")],
    "the papers were bounced on 9 nov": [("decision_date", "2026-11-09")],
    "they approved my extension up to 9 jan 2027": [("record_expiry", "2027-01-09")],
    "new paper come and say 9 jan 2027": [("record_expiry", "2027-01-09")],
    "visa inna the passport done 9 dec": [("visa_expiry", "2026-12-09")],
    "my restoration went in 9 aug": [("restoration_date", "2026-08-09")],
    "so stay is till 9 dec right?": [("other", "2026-12-09")],
    "my visitor record is until 9 dec right?": [("record_expiry", "2026-12-09")],
    "refused restoration on 9 aug": [("decision_date", "2026-08-09")],
    "the forms were sent back the 9th of aug, wrong fee": [("decision_date", "2026-08-09")],
    "my restoration application (sent 9 aug)": [("restoration_date", "2026-08-09")],
    "I withdrew my restoration on 9 aug": [("other", "2026-08-09")],
    "my extension got kicked back on 9 aug": [("decision_date", "2026-08-09")],
    "no, sent it back to me on 9 aug unsigned": [("decision_date", "2026-08-09")],
    "I sent it back on 9 aug": [("application_date", "2026-08-09")],
    "my passport is good to 9 jan 2027, that of my wife to 3 may 2029": [
        ("passport_expiry", "2027-01-09"),
        ("other", "2029-05-03"),
    ],
    "my girlfriend came too, hers ends 9 jan 2027": [(None, "2027-01-09")],
    "walked over the rainbow bridge on 12 sept": [("entry_date", "2026-09-12")],
    "we ferried across to Victoria 3 august": [("entry_date", "2026-08-03")],
    "took the bus up from Boston, may 7": [("entry_date", "2026-05-07")],
    "got off the plane in Toronto on march 19": [("entry_date", "2026-03-19")],
    "got off the plane in Delhi on march 19": [("other", "2027-03-19")],
    "was admitted 8 june": [("entry_date", "2026-06-08")],
    "My mom and dad were let in 8 june": [("entry_date", "2026-06-08")],
    "waved through on 8 june": [("entry_date", "2026-06-08")],
    "they cleared us through customs on 8 june": [("entry_date", "2026-06-08")],
    "Passed immigration at Pearson 8 june": [("entry_date", "2026-06-08")],
    "entered through Montreal 14.09.2026": [("entry_date", "2026-09-14")],
    "we've been camping in Jasper since june 29": [("entry_date", "2026-06-29")],
    "i've been here for 5 months, since june 22": [("entry_date", "2026-06-22")],
    "since 8 june i am in canada": [("entry_date", "2026-06-08")],
    "in since 4 aug": [("entry_date", "2026-08-04")],
    "came over 4 months ago": [("entry_date", "2026-07-22")],
    "came over a fortnight ago": [("entry_date", "2026-11-08")],
    "we crossed last night": [("entry_date", "2026-11-21")],
    "day one: 8 june": [("entry_date", "2026-06-08")],
    "the officer at pearson on 8 june was friendly": [("entry_date", "2026-06-08")],
    "arr. 9/23/2026": [("entry_date", "2026-09-23")],
    "E: 4/17/2026": [("entry_date", "2026-04-17")],
    "14 sept YVR": [("entry_date", "2026-09-14")],
    "peace bridge, june 3": [("entry_date", "2026-06-03")],
    "4 june in, 5 dec out": [("entry_date", "2026-06-04"), ("other", "2026-12-05")],
    "8 june. That's the day I arrived": [("entry_date", "2026-06-08")],
    "The day I landed? 8 june": [("entry_date", "2026-06-08")],
    "When did I arrive? 8 june": [("entry_date", "2026-06-08")],
    "22/06/2026 - entry, 14/01/2027 - passport": [
        ("entry_date", "2026-06-22"),
        ("passport_expiry", "2027-01-14"),
    ],
    "not june 8. june 9 i landed": [("other", "2026-06-08"), ("entry_date", "2026-06-09")],
    "arrived jun 8 - dec 3 is my flight": [("entry_date", "2026-06-08"), ("other", "2026-12-03")],
    "I was going to arrive 8 june": [("other", "2027-06-08")],
    "supposed to arrive june 8, landed june 9": [
        ("other", "2027-06-08"),
        ("entry_date", "2026-06-09"),
    ],
    "llegué el 5 de mayo": [("entry_date", "2026-05-05")],
    "je suis arrivée le 5 mai": [("entry_date", "2026-05-05")],
    "first time in canada, came jun 22": [("entry_date", "2026-06-22")],
    "it was 12 september when we went past the officer": [("entry_date", "2026-09-12")],
    "i think it was 9 september when i got through the kiosk": [("entry_date", "2026-09-09")],
    "we used the eGates at Pearson on 9 september": [("entry_date", "2026-09-09")],
    "six months from 31 august, please": [("entry_date", "2026-08-31")],
    "my first visit was 3 may 2025, then i came again on 2 july": [
        ("other", "2025-05-03"),
        ("entry_date", "2026-07-02"),
    ],
    "arrived last month on the 18th": [("entry_date", "2026-10-18")],
    "we drove up on 11 sept, a friday": [("entry_date", "2026-09-11")],
    "he's in the detention centre since 18 november": [("other", "2026-11-18")],
    "is the land border closed 23 december": [(None, "2026-12-23")],
    "since my entry on 9 june i have not left": [("entry_date", "2026-06-09")],
    "they denied us at the border 9 june": [("other", "2026-06-09")],
    "i am in canada sinse 9 june": [("entry_date", "2026-06-09")],
    "i want to come 9 june 2027 and go back 3 july": [
        ("entry_date", "2027-06-09"),
        ("other", "2027-07-03"),
    ],
    "got off in Halifax 9 june": [("entry_date", "2026-06-09")],
    "i haven't entered yet, i fly on 3 jan": [(None, "2027-01-03")],
    "french citizen. in on 9 sept. out when?": [("entry_date", "2026-09-09")],
    "came for a month in spring, now again from 9 sept": [("entry_date", "2026-09-09")],
    "my parents were let in 9 june and their visa is good until 8 june 2031": [
        ("entry_date", "2026-06-09"),
        ("visa_expiry", "2031-06-08"),
    ],
    "entré el 9 de junio": [("entry_date", "2026-06-09")],
    "cleared by nobody, but immigration cleared us on 9 june": [("entry_date", "2026-06-09")],
    "single entry visa, i used it on 9 june": [("entry_date", "2026-06-09")],
    "the guard let us back in 9 june": [("entry_date", "2026-06-09")],
    "travelled here 9 june": [("entry_date", "2026-06-09")],
    "rolled into Ontario on 9 june": [("entry_date", "2026-06-09")],
    "took a plane to Calgary on 9 june": [("entry_date", "2026-06-09")],
    "i will take a plane to Calgary on 9 june": [(None, "2026-06-09")],
    "was processed by cbsa 9 june": [("entry_date", "2026-06-09")],
    "we are back in the country on 9 june": [("entry_date", "2026-06-09")],
    "since 9 june i live at my cousin's": [("entry_date", "2026-06-09")],
    "staying with my cousin since 9 june": [("entry_date", "2026-06-09")],
    "landed 17 spt": [("entry_date", "2026-09-17")],
    "landed friday the 13th": [("entry_date", "2026-11-13")],
    "well my boarding pass says 19OCT and then i went past the officer": [
        ("entry_date", "2026-10-19")
    ],
}

# An arrival elsewhere is none in Canada, and a flight from Canada leaves it.
ELSEWHERE: dict[str, Expected] = {
    "flew to Cuba on 3 oct, came back 10 oct": [
        ("left_canada_on", "2026-10-03"),
        ("entry_date", "2026-10-10"),
    ],
    "i flew to Toronto on 4 july": [("entry_date", "2026-07-04")],
    "we flew YUL-CDG on 2 sept": [("left_canada_on", "2026-09-02")],
    "flew Montreal-Paris on 2 sept": [("left_canada_on", "2026-09-02")],
    "flew Paris-Montreal on 2 sept": [("entry_date", "2026-09-02")],
    "flew DEL-YYZ 14 aug": [("entry_date", "2026-08-14")],
    "I entered the US on 8 june": [("other", "2026-06-08")],
    "landed in London on 8 june": [("other", "2026-06-08")],
    "returned to India 8 june": [("left_canada_on", "2026-06-08")],
    "returned from mexico 12 aug": [("entry_date", "2026-08-12")],
    "we drove up from Seattle on 8 june": [("entry_date", "2026-06-08")],
    "entered the US on 8 june and Canada on 20 june": [
        ("other", "2026-06-08"),
        ("entry_date", "2026-06-20"),
    ],
    "we hopped over from Detroit 8 june": [("entry_date", "2026-06-08")],
}

# What an officer, a stamp or a paper says, in the words people have for them.
WRITTEN: dict[str, Expected] = {
    "the officer's date is 12 dec": [("stamp_date", "2026-12-12")],
    "date in my passport by the officer is 12 dec": [("stamp_date", "2026-12-12")],
    "the lady put 10 january 2027": [("stamp_date", "2027-01-10")],
    "the pen mark next to it looks like 20 january": [("stamp_date", "2027-01-20")],
    "grandma was given the 14th of december": [("stamp_date", "2026-12-14")],
    "the small paper stapled in says 30 april": [("record_expiry", "2027-04-30")],
    "stamp date 17 july 2026, under it pen: 17 dec 2026": [
        ("entry_date", "2026-07-17"),
        ("stamp_date", "2026-12-17"),
    ],
    "22 august was my last legal day per the stamp": [("stamp_date", "2026-08-22")],
    "the stamp from 18 march is hard to read": [("entry_date", "2026-03-18")],
    "the stamp says 14 january": [("stamped", "2027-01-14")],
    "customs gave us a paper this morning": [("other", "2026-11-22")],
    "my visitor record i already had says 31 oct 2026": [("record_expiry", "2026-10-31")],
    "my sticker goes to 17 march 2031": [("visa_expiry", "2031-03-17")],
    "my passport, which i renewed before the trip, runs out 9 jan": [
        ("passport_expiry", "2027-01-09")
    ],
    "my record was over 40 days ago": [("record_expiry", "2026-10-13")],
    "the officer put a stamp with 9 june 2026": [("stamped", "2026-06-09")],
    "the stamp is from 9 june": [("entry_date", "2026-06-09")],
    "old book has the ink from 9 june": [("entry_date", "2026-06-09")],
    "the stamp from when we came said 9 jan 2027": [("stamped", "2027-01-09")],
    "they stamped it with 9 jan 2027": [("stamped", "2027-01-09")],
    "i was admitted until 9 jan 2027": [("stamp_date", "2027-01-09")],
    "admitted 9 june until 4 jan": [("entry_date", "2026-06-09"), ("stamp_date", "2027-01-04")],
    "the guard only allowed her 3 weeks, until 9 dec": [("stamp_date", "2026-12-09")],
    'it says "leave Canada by 9 dec" on a paper': [("stamp_date", "2026-12-09")],
    "by my count six months would go until 2 april": [("other", "2027-04-02")],
}

# A file sent, whatever it is called.
SENT: dict[str, Expected] = {
    "sent 3 october": [("application_date", "2026-10-03")],
    "sent mine 6 weeks ago": [("application_date", "2026-10-11")],
    "they have had my request since 3 october": [("application_date", "2026-10-03")],
}

# With a word of coming back the last entry counts.
RETURNS: dict[str, Expected] = {
    "entered 4 feb, flew to Mexico 3 march and re-entered 12 march": [
        ("earlier_entry", "2026-02-04"),
        ("left_canada_on", "2026-03-03"),
        ("entry_date", "2026-03-12"),
    ],
    "landed on 2 june. returned to India 5 july. came back 4 october": [
        ("earlier_entry", "2026-06-02"),
        ("left_canada_on", "2026-07-05"),
        ("entry_date", "2026-10-04"),
    ],
    "entered 2 june, came in again 9 september": [
        ("earlier_entry", "2026-06-02"),
        ("entry_date", "2026-09-09"),
    ],
    "first entered 3 march 2024, last entry 1 sept 2026": [
        ("earlier_entry", "2024-03-03"),
        ("entry_date", "2026-09-01"),
    ],
    "came back 9 sept, i entered 2 june": [
        ("entry_date", "2026-09-09"),
        ("entry_date", "2026-06-02"),
    ],
}

# The plain present is a plan only with a word that says so.
TENSES: dict[str, Expected] = {
    "i come canada october 2 with my father": [("entry_date", "2026-10-02")],
    "I arrive 5 jan, what happen if no stamp": [("entry_date", "2027-01-05")],
    "when I arrive on 8 june will they stamp": [("entry_date", "2027-06-08")],
    "we should arrive 8 june": [("entry_date", "2027-06-08")],
    "yes I did enter on 8 january": [("entry_date", "2026-01-08")],
    "can i come back on 8 june": [("other", "2027-06-08")],
    "i am visiting from 1 dec to 5 dec": [("entry_date", "2026-12-01"), ("other", "2026-12-05")],
    "the officer said i had to leave by 12 dec": [("stamp_date", "2026-12-12")],
    "i had until dec 1": [("record_expiry", "2026-12-01")],
    "i have a visitor record which ran to 5 nov": [("record_expiry", "2026-11-05")],
    "my status was until 3 dec": [("record_expiry", "2026-12-03")],
    "my stay would have been over 3 august": [("record_expiry", "2026-08-03")],
    "my old visa ended oct 5, my passport ends april 5": [
        ("other", "2026-10-05"),
        ("passport_expiry", "2027-04-05"),
    ],
}

PAPERS: dict[str, Expected] = {
    "pp exp 3 feb 2027": [("passport_expiry", "2027-02-03")],
    "psprt 3 feb 2027": [("passport_expiry", "2027-02-03")],
    "our passports: 3 feb 2027": [("passport_expiry", "2027-02-03")],
    "pasaporte 4 de mayo de 2027": [("passport_expiry", "2027-05-04")],
    "mon passeport est bon jusqu'au 4 mai 2027": [("passport_expiry", "2027-05-04")],
    "my ppt is dead after 12 jan": [("passport_expiry", "2027-01-12")],
    "my passport isn't valid beyond 12 jan": [("passport_expiry", "2027-01-12")],
    "the passport goes bad on 12 jan": [("passport_expiry", "2027-01-12")],
    "they renewed my passport until 12 jan 2027": [("passport_expiry", "2027-01-12")],
    "was let in six weeks ago and my passport finishes in 3 weeks": [
        ("entry_date", "2026-10-11"),
        ("passport_expiry", "2026-12-13"),
    ],
    "lost my passport, the new one is valid to 5 oct 2036": [("passport_expiry", "2036-10-05")],
    "the sticker in my passport is valid to 14 feb 2029": [("visa_expiry", "2029-02-14")],
    "visa stamp in passport valid until 8 june 2029": [("visa_expiry", "2029-06-08")],
    "TRV 8 june 2029": [("visa_expiry", "2029-06-08")],
    "VR to 9 jan 2027": [("record_expiry", "2027-01-09")],
    "VR: 9 jan 2027": [("record_expiry", "2027-01-09")],
    "5 march 2027 is the end of my visitor record": [("record_expiry", "2027-03-05")],
    "stay extended to 8 june 2027": [("record_expiry", "2027-06-08")],
    "I want my stay extended to 8 june 2027": [("other", "2027-06-08")],
    "my record allows me until 8 june 2027": [("record_expiry", "2027-06-08")],
    "extension granted to 8 june 2027": [("record_expiry", "2027-06-08")],
    "extension approved, they gave me up to 9 may 2027": [("record_expiry", "2027-05-09")],
    "IRCC gave me until 9 may 2027": [("record_expiry", "2027-05-09")],
    "new visitor record arrived, dated 5 oct": [("other", "2026-10-05")],
    "permitted stay: 3 dec": [("record_expiry", "2026-12-03")],
    "visa valid from june 8 2024 to june 7 2034": [
        ("other", "2024-06-08"),
        ("visa_expiry", "2034-06-07"),
    ],
    "her visa ended but she has until 3 dec": [("record_expiry", "2026-12-03")],
    "my stay will end dec 4": [("record_expiry", "2026-12-04")],
    "my studies ended 22 june": [("other", "2026-06-22")],
    "my passport expires before 8 june": [(None, "2026-06-08")],
    "my pasaport ends 8 june": [("passport_expiry", "2027-06-08")],
    "visa (8 june 2030) and passport (9 june 2031) fine, entry stamp 28 sept": [
        ("visa_expiry", "2030-06-08"),
        ("passport_expiry", "2031-06-09"),
        ("entry_date", "2026-09-28"),
    ],
    "3 sept entry, 8 june 2027 passport.": [
        ("entry_date", "2026-09-03"),
        ("passport_expiry", "2027-06-08"),
    ],
    "expiry 8 june 2027 on my passport": [("passport_expiry", "2027-06-08")],
    "no US visa, the canadian one is valid to 8 june": [("visa_expiry", "2027-06-08")],
    "the old one had the ink from 9 sept and was good to 8 june 2027": [
        ("entry_date", "2026-09-09"),
        ("other", "2027-06-08"),
    ],
    "i got permission to stay until 8 june 2027": [("record_expiry", "2027-06-08")],
    "could you check: record to 8 june 2027": [("record_expiry", "2027-06-08")],
    "3 dec is my last day i think": [("other", "2026-12-03")],
    "so i overstayed, was supposed to go 3 oct": [("record_expiry", "2026-10-03")],
    "they let us in for only a month, until 9 dec": [("stamp_date", "2026-12-09")],
    "my passport has till 9 june": [("passport_expiry", "2027-06-09")],
    "record from 9 june 2026 to 8 dec 2026": [
        ("other", "2026-06-09"),
        ("record_expiry", "2026-12-08"),
    ],
    "we have permission until 8 dec": [("record_expiry", "2026-12-08")],
    "do we need permission until 8 dec": [("other", "2026-12-08")],
    "stay authorized to 8 dec": [("record_expiry", "2026-12-08")],
    "TRP until 8 june 2027": [("record_expiry", "2027-06-08")],
    "the guard says 8 dec": [("stamp_date", "2026-12-08")],
    "on a US passport, can she stay till 9 june": [("other", "2026-06-09")],
    "my last day was 9 oct": [("record_expiry", "2026-10-09")],
    "asked for more time 3 nov, my permit runs till 9 dec": [
        ("application_date", "2026-11-03"),
        ("record_expiry", "2026-12-09"),
    ],
    "the border agent told me i can stay until 3 dec": [("stamp_date", "2026-12-03")],
    "the agent told me my record ends 3 dec": [("record_expiry", "2026-12-03")],
    "i only got until 3 dec from the guard": [("stamp_date", "2026-12-03")],
    "is the visa for 5 years? mine was issued 8 june 2024, ends 7 june 2029": [
        ("other", "2024-06-08"),
        ("visa_expiry", "2029-06-07"),
    ],
    "mi pasaporte vence el 8 de junio de 2027": [("passport_expiry", "2027-06-08")],
    "my record had run out 3 oct": [("record_expiry", "2026-10-03")],
    "old status end 3 oct": [("record_expiry", "2026-10-03")],
    "status lost 3 oct": [("record_expiry", "2026-10-03")],
    "they extended us to 8 june 2027": [("record_expiry", "2027-06-08")],
    "can they extend us to 8 june 2027": [(None, "2027-06-08")],
    "co-op permit 8 june 2027": [("record_expiry", "2027-06-08")],
    "became out of status 3 oct": [("record_expiry", "2026-10-03")],
}

OFFICERS: dict[str, Expected] = {
    "the officer circled 4 feb": [("stamp_date", "2027-02-04")],
    "4 feb was inked next to it": [("stamp_date", "2027-02-04")],
    "in pen: 4 feb 2027": [("stamp_date", "2027-02-04")],
    "they printed me a slip: 12 dec 2026": [("record_expiry", "2026-12-12")],
    "the paper they stapled says out by 12 dec": [("record_expiry", "2026-12-12")],
    "border officer gave me a slip that says be gone by 12 dec": [("record_expiry", "2026-12-12")],
    "depart by 12 dec is written in my passport": [("stamp_date", "2026-12-12")],
    "at customs i got a sheet, it says i must leave by 12 dec": [("record_expiry", "2026-12-12")],
    "they stamped as my last day 12 dec": [("stamp_date", "2026-12-12")],
    "stamp june 8, handwritten dec 3": [
        ("entry_date", "2026-06-08"),
        ("stamp_date", "2026-12-03"),
    ],
    "was told at the border to be out by 12 dec": [("stamp_date", "2026-12-12")],
    "i must depart by 12 dec": [("record_expiry", "2026-12-12")],
    "the ircc letter says i must leave by 12 dec": [("record_expiry", "2026-12-12")],
    "out by 12 dec": [(None, "2026-12-12")],
    "officer gave me a form on 8 june": [(None, "2026-06-08")],
    "officer gave me 3 months from 8 june": [(None, "2026-06-08")],
}

APPLICATIONS: dict[str, Expected] = {
    "sent everything on 3 nov": [("application_date", "2026-11-03")],
    "i hit send on my extension 3 nov": [("application_date", "2026-11-03")],
    "put my application in 3 weeks ago": [("application_date", "2026-11-01")],
    "my consultant filed 3 nov": [("application_date", "2026-11-03")],
    "posted it 3 nov": [("application_date", "2026-11-03")],
    "appl went in 3 nov": [("application_date", "2026-11-03")],
    "i asked to become a visitor on 3 nov": [("application_date", "2026-11-03")],
    "asked for an extension on 3 nov": [("application_date", "2026-11-03")],
    "no answer after applying 3 nov": [("application_date", "2026-11-03")],
    "extension requested 3 nov": [("application_date", "2026-11-03")],
    "waiting for a decision since 3 nov": [("application_date", "2026-11-03")],
    "we posted extension 3 nov": [("application_date", "2026-11-03")],
    "application still pending since 3 nov": [("application_date", "2026-11-03")],
    "asked for extension 3 nov": [("application_date", "2026-11-03")],
    "the officer asked for 3 nov": [("other", "2026-11-03")],
    "refused 3 nov, resubmitted 9 nov": [
        ("decision_date", "2026-11-03"),
        ("application_date", "2026-11-09"),
    ],
    "they said no to our extension on 9 nov, sent it 3 oct": [
        ("decision_date", "2026-11-09"),
        ("application_date", "2026-10-03"),
    ],
    "ircc granted our extension on 9 nov": [("decision_date", "2026-11-09")],
    "ircc granted our extension to 9 may 2027": [("record_expiry", "2027-05-09")],
    "they said no to my extension, mail dated 9 nov. i had applied on 3 oct": [
        ("decision_date", "2026-11-09"),
        ("application_date", "2026-10-03"),
    ],
    "applied 3 oct, got the answer no on 9 nov": [
        ("application_date", "2026-10-03"),
        ("decision_date", "2026-11-09"),
    ],
    "applied 3 oct, no, 9 oct": [("other", "2026-10-03"), ("application_date", "2026-10-09")],
    "i typed 3 oct before": [("other", "2026-10-03")],
    "ircc mailed us a letter 3 nov": [("other", "2026-11-03")],
    "i mailed my letter 3 nov": [("application_date", "2026-11-03")],
    "appied 3 nov": [("application_date", "2026-11-03")],
    "yes i did apply on 3 nov": [("application_date", "2026-11-03")],
    "i send my forms today": [("other", "2026-11-22")],
    "i sent my forms today": [("application_date", "2026-11-22")],
    "i sent my sister money 3 nov": [(None, "2026-11-03")],
    "withdrew my application 3 nov": [("other", "2026-11-03")],
    "i started my application on 3 nov": [("other", "2026-11-03")],
}

SAID_BY_THE_WAY: dict[str, Expected] = {
    "no no, 9 March 2029, I write wrong": [(None, "2029-03-09")],
    "in Banff since 4 July, ferry over and back": [("entry_date", "2026-07-04")],
    "Grandpa flies in on 8 May 2027": [("entry_date", "2027-05-08")],
    "our niece gets there 8 May 2027": [("entry_date", "2027-05-08")],
    "Ottawa airport 6 August. The guard wrote 9 January 2027": [
        ("entry_date", "2026-08-06"),
        ("stamp_date", "2027-01-09"),
    ],
    "Victoria airport 6 August, asked for a year, the agent stapled a sheet": [
        ("entry_date", "2026-08-06")
    ],
    "flight home from Ottawa airport 6 August, officer wrote nothing": [("other", "2026-08-06")],
    "Do fingerprints lapse? We gave ours 7 April 2017": [("biometrics_date", "2017-04-07")],
    "the visitor record came and says 8 May 2027": [("record_expiry", "2027-05-08")],
    "my visitor record arrived, it says 8 May 2027": [("record_expiry", "2027-05-08")],
    "my permit arrived 8 May 2026": [("other", "2026-05-08")],
    "Regina airport 6 August - the guard wrote 9 January 2027": [
        ("entry_date", "2026-08-06"),
        ("stamp_date", "2027-01-09"),
    ],
    "they refused it, I applied 5 July. The letter came 6 October": [
        ("application_date", "2026-07-05"),
        ("decision_date", "2026-10-06"),
    ],
    "I applied 5 July. The letter came 6 October": [
        ("application_date", "2026-07-05"),
        ("other", "2026-10-06"),
    ],
    "extension denied, my stay was until 10 July": [("record_expiry", "2026-07-10")],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{kind}: {text}")
        for kind, messages in (
            ("arrivals", ARRIVALS),
            ("elsewhere", ELSEWHERE),
            ("returns", RETURNS),
            ("tenses", TENSES),
            ("papers", PAPERS),
            ("officers", OFFICERS),
            ("written", WRITTEN),
            ("sent", SENT),
            ("applications", APPLICATIONS),
            ("by the way", SAID_BY_THE_WAY),
        )
        for text, expected in messages.items()
    ],
)
def test_roles_and_days(text: str, expected: Expected) -> None:
    assert roles_and_days(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("got here at the end of may", "entry_date"),
        ("come back in january", "other"),
        ("i cross the bridge every week since march", "other"),
        ("arrived the week of june 8", "entry_date"),
        ("got here 2 months and 5 days ago", "entry_date"),
        ("arrived 3 weeks ago on monday", "entry_date"),
        ("landed on a sunday in may", "entry_date"),
        ("entered the monday after easter", "entry_date"),
    ],
)
def test_the_day_is_asked_where_the_words_leave_it_open(text: str, role: str) -> None:
    (date, *_) = find_dates(text)
    assert date.role == role
    assert isinstance(resolve(date, TODAY), IncompleteDate)
