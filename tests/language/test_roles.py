"""What each date in a message is a date of."""

from __future__ import annotations

import pytest

from language.dates import find_dates
from tests.language.judged import role_where_day_is_not, roles_and_days

MESSAGES = {
    "I entered Canada on 15 January 2026": [("entry_date", "2026-01-15")],
    "we got here aug 31": [("entry_date", "2026-08-31")],
    "My mother arrived on the 4th of July with a super visa": [("entry_date", "2026-07-04")],
    "flew in last tuesday": [("entry_date", "2026-11-17")],
    "hi! date of entry 2 Oct 2026, passport expires 9 Sep 2028": [
        ("entry_date", "2026-10-02"),
        ("passport_expiry", "2028-09-09"),
    ],
    "been in calgary since june 7": [("entry_date", "2026-06-07")],
    "my husband has been staying with us since 12 sept": [("entry_date", "2026-09-12")],
    "crossed at peace arch 3 weeks ago": [("entry_date", "2026-11-01")],
    "On 6 May I landed at Pearson": [("entry_date", "2026-05-06")],
    "10 june is when i came in": [("entry_date", "2026-06-10")],
    "entry: 2026-09-30": [("entry_date", "2026-09-30")],
    "came 5 dec": [("entry_date", "2025-12-05")],
    "I will arrive on 5 dec": [("entry_date", "2026-12-05")],
    "arriving 9 january, flight home is 3 june": [
        ("entry_date", "2027-01-09"),
        ("other", "2027-06-03"),
    ],
    "the officer wrote 20 March 2027 under the stamp": [("stamp_date", "2027-03-20")],
    "handwritten: 4 feb": [("stamp_date", "2027-02-04")],
    "border guard gave me until january 10": [("stamp_date", "2027-01-10")],
    "CBSA gave us till the end of march": [("stamp_date", "2027-03-31")],
    "stamp says leave by 18 April 2027": [("stamp_date", "2027-04-18")],
    "there's a date in pen, 14 OC 26": [("stamp_date", "2026-10-14")],
    "the agent put 5 may 2027 in my passport": [("stamp_date", "2027-05-05")],
    "stamped 11 SE 26 at yyz": [("entry_date", "2026-09-11")],
    "passport stamp is 03 AU 26, no handwriting": [("entry_date", "2026-08-03")],
    "my passport expires 3 march": [("passport_expiry", "2027-03-03")],
    "passport is valid until 30 April 2031": [("passport_expiry", "2031-04-30")],
    "my passport expired 1 november": [("passport_expiry", "2026-11-01")],
    "passport exp. date 12/25/2027": [("passport_expiry", "2027-12-25")],
    "my new passport runs out in 4 months": [("passport_expiry", "2027-03-22")],
    "visitor record expires on Feb 2, 2027": [("record_expiry", "2027-02-02")],
    "my stay ended 10 august": [("record_expiry", "2026-08-10")],
    "status ends 5 december": [("record_expiry", "2026-12-05")],
    "status expired last monday": [("record_expiry", "2026-11-16")],
    "my study permit expires december 31": [("record_expiry", "2026-12-31")],
    "i have a visitor record good until 15/07/2027": [("record_expiry", "2027-07-15")],
    "the extension was approved until 1 august 2027": [("record_expiry", "2027-08-01")],
    "my authorized stay ends new year's eve": [("record_expiry", "2026-12-31")],
    "I am legal until 8 january": [("record_expiry", "2027-01-08")],
    "we lost status on 2 october": [("record_expiry", "2026-10-02")],
    "my visa expires 17 june 2030": [("visa_expiry", "2030-06-17")],
    "the eTA is good to 6 Nov 2029": [("visa_expiry", "2029-11-06")],
    "visa valid till 2032-02-28 but i entered 1 sept": [
        ("visa_expiry", "2032-02-28"),
        ("entry_date", "2026-09-01"),
    ],
    "multiple entry visa till 11 dec 2031": [("visa_expiry", "2031-12-11")],
    "applied for an extension on nov 3": [("application_date", "2026-11-03")],
    "i submitted the IMM 5708 online on 15 October": [("application_date", "2026-10-15")],
    "extension filed yesterday": [("application_date", "2026-11-21")],
    "sent my application two weeks ago": [("application_date", "2026-11-08")],
    "We applied to extend 20 Sept and our stay ended 1 Oct": [
        ("application_date", "2026-09-20"),
        ("record_expiry", "2026-10-01"),
    ],
    "applied on 1 sept, refused on 12 november": [
        ("application_date", "2026-09-01"),
        ("decision_date", "2026-11-12"),
    ],
    "my extension was refused november 5": [("decision_date", "2026-11-05")],
    "got the refusal letter on monday": [("decision_date", "2026-11-16")],
    "IRCC returned my application as incomplete on 30 october": [("decision_date", "2026-10-30")],
    "approved on 4 nov": [("decision_date", "2026-11-04")],
    "biometrics done 9 october": [("biometrics_date", "2026-10-09")],
    "gave my fingerprints on 3 Nov": [("biometrics_date", "2026-11-03")],
    "i left canada on 14 august and came back 20 august": [
        ("left_canada_on", "2026-08-14"),
        ("entry_date", "2026-08-20"),
    ],
    "left on sept 2, re-entered sept 9": [
        ("left_canada_on", "2026-09-02"),
        ("entry_date", "2026-09-09"),
    ],
    "applied for restoration on 2 november": [("restoration_date", "2026-11-02")],
    "submitted my restoration application 18 nov": [("restoration_date", "2026-11-18")],
    "my flight home is 5 december": [("other", "2026-12-05")],
    "i fly out on jan 4": [("other", "2027-01-04")],
    "my sister's wedding is 20 february": [("other", "2027-02-20")],
    "we plan to leave on 28 november": [("other", "2026-11-28")],
    "born 12 may 1990": [("other", "1990-05-12")],
    "so that's 3 december right?": [("other", "2026-12-03")],
    "i count 15 january, correct?": [("other", "2027-01-15")],
    "you said 5 march": [("other", "2027-03-05")],
    "sorry, march 5": [(None, "2027-03-05")],
    "no i mean 2 april": [(None, "2027-04-02")],
    "entered 7 july 2025. typo, 2026": [("other", "2025-07-07"), ("entry_date", "2026-07-07")],
    "visited last time in 2024, this time entered 11 june 2026": [("entry_date", "2026-06-11")],
    "school starts 8 january": [("other", "2027-01-08")],
    "work permit expires on 1 december": [("record_expiry", "2026-12-01")],
    "what if i leave on 3 december": [("other", "2026-12-03")],
    "my passport: 3 march 2029": [("passport_expiry", "2029-03-03")],
    "they stamped me in on 19 august": [("entry_date", "2026-08-19")],
    "entered 2026-06-01; passport 2026-12-31; visa 2030-01-01": [
        ("entry_date", "2026-06-01"),
        ("passport_expiry", "2026-12-31"),
        ("visa_expiry", "2030-01-01"),
    ],
    "my travel insurance ends 1 jan": [("other", "2027-01-01")],
    "My 6 months are up on december 9": [("record_expiry", "2026-12-09")],
    "i must leave by 30 november": [("record_expiry", "2026-11-30")],
    "officer told me i have to leave by 30 november": [("stamp_date", "2026-11-30")],
    "today is 22 november, i entered 22 may": [
        ("other", "2026-11-22"),
        ("entry_date", "2026-05-22"),
    ],
    "we want to stay till 1 april": [("other", "2027-04-01")],
    "applied for my us visa 3 june": [("other", "2026-06-03")],
    "do i have to apply before 5 january": [("other", "2027-01-05")],
    "the bot told me 7 december": [("other", "2026-12-07")],
    "touchdown at YUL 14 sept, when am i out?": [("entry_date", "2026-09-14")],
    "Been chilling in banff since 3 july": [("entry_date", "2026-07-03")],
    "our visit began 2 august": [("entry_date", "2026-08-02")],
    "first day in canada: 8 june": [("entry_date", "2026-06-08")],
    "day of arrival - 17 Oct 2026": [("entry_date", "2026-10-17")],
    "my trip to canada started 12 july": [("entry_date", "2026-07-12")],
    "I am in Canada from 5th of May": [("entry_date", "2026-05-05")],
    "here from 7 June": [("entry_date", "2026-06-07")],
    "drove across ambassador bridge, 21 june": [("entry_date", "2026-06-21")],
    "came to visit my son 3/15/26": [("entry_date", "2026-03-15")],
    "egate 9 nov, no stamp": [("entry_date", "2026-11-09")],
    "my girlfriend entered canada (vancouver) on sep 6": [("entry_date", "2026-09-06")],
    "The plane got in 2 april": [("entry_date", "2026-04-02")],
    "last entry 11 august": [("entry_date", "2026-08-11")],
    "Entry stamp: 5 july 2026": [("entry_date", "2026-07-05")],
    "i got my stamp on 5 july": [("entry_date", "2026-07-05")],
    'stamp in passport with "until 3 JA 27"': [("stamp_date", "2027-01-03")],
    "there is a date scribbled under it 2 feb 2027": [("stamp_date", "2027-02-02")],
    'he wrote by hand "10 March 2027"': [("stamp_date", "2027-03-10")],
    "officer stamped my passport and wrote 1 dec 2026": [("stamp_date", "2026-12-01")],
    "The CBSA lady said i could stay till 9 feb": [("stamp_date", "2027-02-09")],
    "they allowed me until 9 feb only": [("stamp_date", "2027-02-09")],
    "I was given until 12 dec": [("stamp_date", "2026-12-12")],
    "stamped till 6 may 2027": [("stamp_date", "2027-05-06")],
    "officer shortened my stay to 15 december": [("stamp_date", "2026-12-15")],
    "passport renewal due 4 april": [("passport_expiry", "2027-04-04")],
    "ppt exp 1/30/27": [("passport_expiry", "2027-01-30")],
    "my passport ends on 20 feb 2027 but entry was 1 nov 2026": [
        ("passport_expiry", "2027-02-20"),
        ("entry_date", "2026-11-01"),
    ],
    "VR expires 28 feb": [("record_expiry", "2027-02-28")],
    "visitor record says 28 feb 2027": [("record_expiry", "2027-02-28")],
    "my record is dated until 28 feb": [("record_expiry", "2027-02-28")],
    "got a new visitor record, new date 28 feb 2027": [("record_expiry", "2027-02-28")],
    "my status runs out dec 12": [("record_expiry", "2026-12-12")],
    "my status is valid through dec 12": [("record_expiry", "2026-12-12")],
    "Status expiry: 12 Dec 2026": [("record_expiry", "2026-12-12")],
    "I overstayed, my six months finished on 3 sept": [("record_expiry", "2026-09-03")],
    "my visitor status was until 3 sept": [("record_expiry", "2026-09-03")],
    "i was supposed to leave on 3 sept": [("record_expiry", "2026-09-03")],
    "should have left 3 sept": [("record_expiry", "2026-09-03")],
    "had to be out by 3 sept": [("record_expiry", "2026-09-03")],
    "my time is up on 3 dec": [("record_expiry", "2026-12-03")],
    "stay expires in 3 weeks": [("record_expiry", "2026-12-13")],
    "I have been out of status since 3 sept": [("record_expiry", "2026-09-03")],
    "overstayed since 3 sept": [("record_expiry", "2026-09-03")],
    "my work permit ran out 3 sept": [("record_expiry", "2026-09-03")],
    "study permit was valid until 3 sept": [("record_expiry", "2026-09-03")],
    "deadline is 3 dec": [("record_expiry", "2026-12-03")],
    "my permitted stay is to 3 dec 2026": [("record_expiry", "2026-12-03")],
    "the letter from ircc says i can stay until 3 may 2027": [("record_expiry", "2027-05-03")],
    "visa exp 2030-05-05": [("visa_expiry", "2030-05-05")],
    "visa in my passport says until 2030-05-05": [("visa_expiry", "2030-05-05")],
    "TRV expiry date May 5 2030": [("visa_expiry", "2030-05-05")],
    "my ETA expires on 5 may 2028": [("visa_expiry", "2028-05-05")],
    "10 year visa valid through 5 may 2030": [("visa_expiry", "2030-05-05")],
    "put in my extension 2 nov": [("application_date", "2026-11-02")],
    "extension application in on 2 nov": [("application_date", "2026-11-02")],
    "my application was received 2 nov": [("application_date", "2026-11-02")],
    "Paid and submitted everything 2 nov": [("application_date", "2026-11-02")],
    "i have applied already (2 nov)": [("application_date", "2026-11-02")],
    "extension in since 2 nov": [("application_date", "2026-11-02")],
    "applied for extension before it expired, on 2 nov": [("application_date", "2026-11-02")],
    "they said no on 15 nov": [("decision_date", "2026-11-15")],
    "rejected 15 nov": [("decision_date", "2026-11-15")],
    "decision came on 15 nov": [("decision_date", "2026-11-15")],
    "My extension came back refused on 15 nov": [("decision_date", "2026-11-15")],
    "took a weekend in seattle and came back oct 4": [("entry_date", "2026-10-04")],
    "went to mexico 3 oct and re entered 10 oct": [
        ("left_canada_on", "2026-10-03"),
        ("entry_date", "2026-10-10"),
    ],
    "returned to canada 10 oct": [("entry_date", "2026-10-10")],
    "My return ticket is for 12 december": [("other", "2026-12-12")],
    "going home 12 december": [("other", "2026-12-12")],
    "I want to leave by 12 december": [("other", "2026-12-12")],
    "ticket says 12 december": [("other", "2026-12-12")],
    "baby due 12 january": [("other", "2027-01-12")],
    "my birthday is 12 january": [("other", "2027-01-12")],
    "my appointment with doctor is 12 january": [("other", "2027-01-12")],
    "I get married on 12 january": [("other", "2027-01-12")],
    "new job begins 12 january": [("other", "2027-01-12")],
    "shouldn't it be 12 january?": [("other", "2027-01-12")],
    "does that make it 12 january": [("other", "2027-01-12")],
    "how come 12 january and not 14 january": [("other", "2027-01-12"), ("other", "2027-01-14")],
    "i calculated 12 january": [("other", "2027-01-12")],
    "if i enter on 4 january": [("entry_date", "2027-01-04")],
    "planning to come 4 january till 4 march": [
        ("entry_date", "2027-01-04"),
        ("other", "2027-03-04"),
    ],
    "i have a hotel until 4 january": [("other", "2027-01-04")],
    "my parents will visit from 4 january": [("entry_date", "2027-01-04")],
    "Entered Sept. 4th": [("entry_date", "2026-09-04")],
    "entered 4 sept '26": [("entry_date", "2026-09-04")],
    "entered 20260904": [("entry_date", "2026-09-04")],
    "i entered may 4. i may extend": [("entry_date", "2026-05-04")],
    "my status is done on the 30th of this month": [("record_expiry", "2026-11-30")],
}


# An end of stay only wished, planned, asked for, guessed or heard of is none.
WISHED_ENDS: dict[str, list[tuple[str | None, str]]] = {
    "hey im here since 4 sept 2026, wanna stay till 20 april 2027 how": [
        ("entry_date", "2026-09-04"),
        ("other", "2027-04-20"),
    ],
    "can i stay until 15 march 2027? i entered 1 oct": [
        ("other", "2027-03-15"),
        ("entry_date", "2026-10-01"),
    ],
    "hoping to stay until 10 may 2027": [("other", "2027-05-10")],
    "my return flight is 20 january 2027 but my 6 months end on 5 january 2027": [
        ("other", "2027-01-20"),
        ("record_expiry", "2027-01-05"),
    ],
    "booked until 8 feb 2027, entered 9 aug 2026": [
        ("other", "2027-02-08"),
        ("entry_date", "2026-08-09"),
    ],
    "I applied for an extension until 15 may 2027": [("other", "2027-05-15")],
    "i want to extend my stay until 1 june 2027": [("other", "2027-06-01")],
    "could you extend my visitor status until 1 june 2027": [("other", "2027-06-01")],
    "applied on 2 november 2026 for an extension until 30 june 2027": [
        ("application_date", "2026-11-02"),
        ("other", "2027-06-30"),
    ],
    "my extension was approved until 30 june 2027": [("record_expiry", "2027-06-30")],
    "they extended my stay until 30 june 2027": [("record_expiry", "2027-06-30")],
    "I got an extension until 30 june 2027": [("record_expiry", "2027-06-30")],
    "i wanted one year but the officer gave me until 4 march 2027": [("stamp_date", "2027-03-04")],
    "hope they let me stay until 4 march 2027": [("other", "2027-03-04")],
    "will the officer give me until 4 march 2027?": [("other", "2027-03-04")],
    "my husband would like to remain until 4 march 2027": [("other", "2027-03-04")],
    "is it possible to stay til 4 march 2027": [("other", "2027-03-04")],
    "I am allowed to stay until 4 march 2027": [("record_expiry", "2027-03-04")],
    "am i allowed to stay until 4 march 2027": [("other", "2027-03-04")],
    "I would like to know if i can stay until 4 march 2027": [("other", "2027-03-04")],
    "I can stay until 4 march 2027": [("record_expiry", "2027-03-04")],
    "I want to extend, my status is valid until 5 dec 2026": [("record_expiry", "2026-12-05")],
    "I want to extend my stay which ends 5 dec 2026": [("record_expiry", "2026-12-05")],
    "im here until 7 jan 2027": [("other", "2027-01-07")],
    "planning to be in toronto until 7 jan 2027": [("other", "2027-01-07")],
    "if i stay until 7 jan 2027 is it overstay": [("other", "2027-01-07")],
    "my parents want to stay until 7 jan 2027, they arrived 10 july 2026": [
        ("other", "2027-01-07"),
        ("entry_date", "2026-07-10"),
    ],
    "my visa is valid until 7 jan 2030 and i want to stay until 7 jan 2027": [
        ("visa_expiry", "2030-01-07"),
        ("other", "2027-01-07"),
    ],
    "i have status until 15 april 2027": [("record_expiry", "2027-04-15")],
    "please extend my stay to 5 feb 2027": [("other", "2027-02-05")],
    "is an extension until 5 feb 2027 realistic": [("other", "2027-02-05")],
    "they might give me until 5 feb 2027": [("other", "2027-02-05")],
    "visitor status till jan 4 2027, hoping to extend till june 4 2027": [
        ("record_expiry", "2027-01-04"),
        ("other", "2027-06-04"),
    ],
    "i asked for 4 june 2027 but they gave me until 4 march 2027": [
        ("other", "2027-06-04"),
        ("stamp_date", "2027-03-04"),
    ],
    "I wish i could stay until 4 jan 2027": [("other", "2027-01-04")],
    "im authorized to stay until 4 jan 2027": [("record_expiry", "2027-01-04")],
    "approved 4 nov until 9 may 2027": [
        ("decision_date", "2026-11-04"),
        ("record_expiry", "2027-05-09"),
    ],
    "requested june 4 2027 in my application": [("other", "2027-06-04")],
    "my status expires 5 feb 2027, can i stay until 10 feb 2027": [
        ("record_expiry", "2027-02-05"),
        ("other", "2027-02-10"),
    ],
    "must i leave by 5 feb 2027?": [("other", "2027-02-05")],
    "is my last day 12 march 2027": [("other", "2027-03-12")],
    "google says i must leave 12 march 2027": [("other", "2027-03-12")],
    "I think i have to leave by 12 march 2027": [("other", "2027-03-12")],
    "someone told me 12 march 2027 is the deadline": [("other", "2027-03-12")],
}

# Another person's date is not the speaker's; alone in a message it is the fact.
WHOSE: dict[str, list[tuple[str | None, str]]] = {
    "i entered 3 aug 2026, my sister's visa expires 9 may 2027": [
        ("entry_date", "2026-08-03"),
        ("other", "2027-05-09"),
    ],
    "I came 3 aug 2026. My husband's work permit expires 5 jan 2027. when must i leave": [
        ("entry_date", "2026-08-03"),
        ("other", "2027-01-05"),
    ],
    "my wife arrived 5 july 2026 and i arrived 3 aug 2026": [
        ("other", "2026-07-05"),
        ("entry_date", "2026-08-03"),
    ],
    "my wife and I arrived 3 aug 2026": [("entry_date", "2026-08-03")],
    "i came with my mom on 3 aug 2026": [("entry_date", "2026-08-03")],
    "i visited my sister and entered on 3 aug 2026, her visa ends 5 may 2027": [
        ("entry_date", "2026-08-03"),
        ("other", "2027-05-05"),
    ],
    "my mother entered 3 june 2026, i submitted her extension on 5 nov 2026": [
        ("entry_date", "2026-06-03"),
        ("application_date", "2026-11-05"),
    ],
    "my son's passport expires 5 feb 2027, mine expires 8 aug 2030": [
        ("other", "2027-02-05"),
        ("passport_expiry", "2030-08-08"),
    ],
    "my daughters passport expires 5 feb 2027, we entered 1 sept 2026": [
        ("other", "2027-02-05"),
        ("entry_date", "2026-09-01"),
    ],
    "mom came 3 june 2026 her passport expires 1 dec 2026": [
        ("entry_date", "2026-06-03"),
        ("passport_expiry", "2026-12-01"),
    ],
    "she entered on 3 june 2026 and has a visitor record until 3 march 2027": [
        ("entry_date", "2026-06-03"),
        ("record_expiry", "2027-03-03"),
    ],
    "the officer gave my mom until 4 jan 2027 and me until 4 feb 2027": [
        ("other", "2027-01-04"),
        ("stamp_date", "2027-02-04"),
    ],
    "my friend was given until 4 jan 2027 but i got a plain stamp on 9 sept 2026": [
        ("other", "2027-01-04"),
        ("entry_date", "2026-09-09"),
    ],
    "my boyfriend's extension was refused 10 nov 2026. mine was filed 1 nov 2026": [
        ("other", "2026-11-10"),
        ("application_date", "2026-11-01"),
    ],
    "My mom came 3 june 2026 and my dad came 5 july 2026, when must they leave": [
        (None, "2026-06-03"),
        (None, "2026-07-05"),
    ],
    "I entered 3 aug 2026, my mom entered 5 july 2026. when must she leave": [
        ("other", "2026-08-03"),
        ("entry_date", "2026-07-05"),
    ],
    "My sister entered on 5 july 2026. When must I leave?": [("other", "2026-07-05")],
    "on 5 july my sister came, i came on 3 aug": [
        ("other", "2026-07-05"),
        ("entry_date", "2026-08-03"),
    ],
    "My aunt is here since 2 feb 2026. I just got here 10 nov 2026.": [
        ("other", "2026-02-02"),
        ("entry_date", "2026-11-10"),
    ],
    "my roommate left canada 4 nov 2026, i am still here, entered 2 june 2026": [
        ("other", "2026-11-04"),
        ("entry_date", "2026-06-02"),
    ],
    "friend says his record expires 4 dec 2026, mine says 9 dec 2026": [
        ("other", "2026-12-04"),
        ("record_expiry", "2026-12-09"),
    ],
    "my uncle, who entered on 2 feb 2026, is leaving 2 dec, i entered 9 nov 2026": [
        ("other", "2026-02-02"),
        ("other", "2026-12-02"),
        ("entry_date", "2026-11-09"),
    ],
    "me: entered 4 sept 2026. wife: entered 9 oct 2026": [
        ("entry_date", "2026-09-04"),
        ("other", "2026-10-09"),
    ],
    "i entered 4 sept 2026, wife 9 oct 2026": [
        ("entry_date", "2026-09-04"),
        ("other", "2026-10-09"),
    ],
    "I, my wife and son entered on 2 nov 2026": [("entry_date", "2026-11-02")],
    "my friend entered 4 march 2026 and had to leave 4 sept 2026, is it the same for me?": [
        ("entry_date", "2026-03-04"),
        ("record_expiry", "2026-09-04"),
    ],
    "my mother's status expired 2 oct and we applied for restoration 9 nov": [
        ("record_expiry", "2026-10-02"),
        ("restoration_date", "2026-11-09"),
    ],
    "asking for a friend, he entered 4 sept": [("entry_date", "2026-09-04")],
    "my wife has a work permit valid until 31 dec 2027 and i came as visitor 12 sept 2026": [
        ("other", "2027-12-31"),
        ("entry_date", "2026-09-12"),
    ],
}

# What is denied or taken back is no fact.
DENIED: dict[str, list[tuple[str | None, str]]] = {
    "i never entered on 5 june 2026": [("other", "2026-06-05")],
    "I didnt arrive on 5 june": [("other", "2026-06-05")],
    "no i did not apply on 5 november": [("other", "2026-11-05")],
    "my passport doesn't expire on 5 june 2027": [("other", "2027-06-05")],
    "i wasnt refused on 5 nov": [("other", "2026-11-05")],
    "5 june 2026 is not correct": [("other", "2026-06-05")],
    "i am not a us citizen came 5 june 2026": [("entry_date", "2026-06-05")],
    "did not get stamped, entered 5 june 2026": [("entry_date", "2026-06-05")],
    "on 5 june 2026 i did not enter canada": [("other", "2026-06-05")],
    "haven't left canada since 5 june 2026": [("entry_date", "2026-06-05")],
    "never left since i came on 5 june 2026": [("entry_date", "2026-06-05")],
    "no stamp when i entered 5 june 2026": [("entry_date", "2026-06-05")],
    "i couldnt fly in on 5 june 2026 so i entered 9 june 2026": [
        ("other", "2026-06-05"),
        ("entry_date", "2026-06-09"),
    ],
    "I did not enter on 5 june, I entered on 7 june 2026": [
        ("other", "2026-06-05"),
        ("entry_date", "2026-06-07"),
    ],
    "its not 5 feb 2027 its 8 feb 2027": [("other", "2027-02-05"), (None, "2027-02-08")],
    "he didn't write 5 feb 2027": [("other", "2027-02-05")],
    "sorry wrong, entered 6 october not 5 october": [
        ("entry_date", "2026-10-06"),
        ("other", "2026-10-05"),
    ],
    "i arrived 4 june, sorry i meant 4 july": [
        ("other", "2026-06-04"),
        ("entry_date", "2026-07-04"),
    ],
    "the baby of my daughter is due on 15 december 2026": [("other", "2026-12-15")],
    "my wife is due on 15 december 2026": [("other", "2026-12-15")],
    "my stay is due to end on 15 december 2026": [("record_expiry", "2026-12-15")],
    "i came on 4 june 2026, sorry, i mean 5 june 2026, when do i have to leave?": [
        ("other", "2026-06-04"),
        ("entry_date", "2026-06-05"),
    ],
    "i came on 4 june 2026 (i was wrong, it was 5 june 2026)": [
        ("other", "2026-06-04"),
        ("entry_date", "2026-06-05"),
    ],
    "i came on 4 june 2026, actually my flight home is on 5 june 2027": [
        ("entry_date", "2026-06-04"),
        ("other", "2027-06-05"),
    ],
    "entered 4 june no wait 5 june 2026": [("other", "2026-06-04"), ("entry_date", "2026-06-05")],
    "my flight was delayed so landed 3 nov not 2 nov": [
        ("entry_date", "2026-11-03"),
        ("other", "2026-11-02"),
    ],
    "i don't think i entered on 4 sept 2026": [("other", "2026-09-04")],
    "my status is valid till 5 feb 2027 not 8 feb": [
        ("record_expiry", "2027-02-05"),
        ("other", "2027-02-08"),
    ],
    "neither 4 sept nor 5 sept": [("other", "2026-09-04"), ("other", "2026-09-05")],
}

# Papers, plans, earlier stays and other applications beside the facts.
PAPERS_AND_PLANS: dict[str, list[tuple[str | None, str]]] = {
    "biometrics appointment is 5 december 2026": [("other", "2026-12-05")],
    "i have to give biometrics by 5 december": [("other", "2026-12-05")],
    "biometric instruction letter dated 5 oct, gave them 12 oct": [
        ("other", "2026-10-05"),
        (None, "2026-10-12"),
    ],
    "my biometrics appointment was on 5 october": [("biometrics_date", "2026-10-05")],
    "application receipt says 5 oct 2026": [("application_date", "2026-10-05")],
    "I submitted on 12 nov, AOR 13 nov, biometrics 19 nov": [
        ("application_date", "2026-11-12"),
        ("other", "2026-11-13"),
        ("biometrics_date", "2026-11-19"),
    ],
    "i will submit my application on 5 december": [("other", "2026-12-05")],
    "they refused my extension application on nov 12 that i filed on sept 30": [
        ("decision_date", "2026-11-12"),
        ("application_date", "2026-09-30"),
    ],
    "my us visa was refused 5 july 2025": [("other", "2025-07-05")],
    "work permit application was refused on 5 november": [("other", "2026-11-05")],
    "applied for a study permit on 5 oct": [("other", "2026-10-05")],
    "visa extension applied 2 nov": [("application_date", "2026-11-02")],
    "extenstion aplied 2 nov, refussed 20 nov": [
        ("application_date", "2026-11-02"),
        ("decision_date", "2026-11-20"),
    ],
    "pr application filed 2 oct 2026, visitor status ends 5 dec 2026": [
        ("other", "2026-10-02"),
        ("record_expiry", "2026-12-05"),
    ],
    "my visa was issued 5 may 2024 and expires 4 may 2034": [
        ("other", "2024-05-05"),
        ("visa_expiry", "2034-05-04"),
    ],
    "passport issued 5 may 2020 expires 5 may 2030": [
        ("other", "2020-05-05"),
        ("passport_expiry", "2030-05-05"),
    ],
    "i renewed my passport on 5 may 2026, new one expires 5 may 2036": [
        ("other", "2026-05-05"),
        ("passport_expiry", "2036-05-05"),
    ],
    "visitor record issued 5 may 2026 valid until 5 nov 2026": [
        ("other", "2026-05-05"),
        ("record_expiry", "2026-11-05"),
    ],
    "VR date of issue 2026-05-05, date of expiry 2026-12-05": [
        ("other", "2026-05-05"),
        ("record_expiry", "2026-12-05"),
    ],
    "eta approved 5 may 2024 valid to 5 may 2029": [
        ("other", "2024-05-05"),
        ("visa_expiry", "2029-05-05"),
    ],
    "my old passport expired 5 may 2026 the new one is valid until 5 may 2036": [
        ("other", "2026-05-05"),
        ("passport_expiry", "2036-05-05"),
    ],
    "last year i came 5 july 2025 left 3 sept 2025. this time i came 9 june 2026": [
        ("other", "2025-07-05"),
        ("other", "2025-09-03"),
        ("entry_date", "2026-06-09"),
    ],
    "i was here from 5 july 2025 to 3 sept 2025 and came again 9 june 2026": [
        ("other", "2025-07-05"),
        ("other", "2025-09-03"),
        ("entry_date", "2026-06-09"),
    ],
    "previously i entered 5 july 2025, most recent entry 9 june 2026": [
        ("other", "2025-07-05"),
        ("entry_date", "2026-06-09"),
    ],
    "came in 5 july went to buffalo 9 sept back 10 sept": [
        ("earlier_entry", "2026-07-05"),
        ("left_canada_on", "2026-09-09"),
        ("entry_date", "2026-09-10"),
    ],
    "left india 11 sept landed toronto 12 sept": [
        ("other", "2026-09-11"),
        ("entry_date", "2026-09-12"),
    ],
    "crossed into the us 4 oct, crossed back 6 oct": [
        ("left_canada_on", "2026-10-04"),
        ("entry_date", "2026-10-06"),
    ],
    "deadline to submit documents is 5 dec 2026": [("other", "2026-12-05")],
    "entry 12 sep 2026 passport 5 may 2030 visa 1 jan 2029": [
        ("entry_date", "2026-09-12"),
        ("passport_expiry", "2030-05-05"),
        ("visa_expiry", "2029-01-01"),
    ],
    "my previous entry 5 feb 2025, this one 6 aug 2026": [
        ("other", "2025-02-05"),
        (None, "2026-08-06"),
    ],
    "can i apply for extension, my last day is 5 dec 2026": [("record_expiry", "2026-12-05")],
    "i'm here legally until 5 dec": [("record_expiry", "2026-12-05")],
    "i think i overstayed, had to leave 5 may": [("record_expiry", "2026-05-05")],
    "my wife and baby arrived 5 may": [("entry_date", "2026-05-05")],
    "came 12 march this year, passport exp 5 may 2028": [
        ("entry_date", "2026-03-12"),
        ("passport_expiry", "2028-05-05"),
    ],
    "entered march 5 and have a 6 month stamp so until sept 5 2026": [
        ("entry_date", "2026-03-05"),
        ("other", "2026-09-05"),
    ],
    "told officer i stay until 5 feb 2027, he just stamped 5 aug 2026": [
        ("other", "2027-02-05"),
        ("entry_date", "2026-08-05"),
    ],
    "so i can stay until 5 feb 2027?": [("other", "2027-02-05")],
    "my sponsor says i should leave 5 dec": [("other", "2026-12-05")],
    "my new visa arrived 5 nov": [("other", "2026-11-05")],
    "i had an extension from 5 aug 2026": [(None, "2026-08-05")],
    "decision expected by 5 dec 2026": [("other", "2026-12-05")],
    "my last day of work was 5 nov 2026": [(None, "2026-11-05")],
    "expires 4 march 2027": [(None, "2027-03-04")],
    "valid until 4 march 2027": [(None, "2027-03-04")],
    "stamp 12 SEP 2026": [("stamped", "2026-09-12")],
    "entered 4 sept, the stamp says 4 dec": [
        ("entry_date", "2026-09-04"),
        ("stamp_date", "2026-12-04"),
    ],
    "the officer stamped oct 10 2026 and wrote jan 10 2027": [
        ("entry_date", "2026-10-10"),
        ("stamp_date", "2027-01-10"),
    ],
    "entrered canada on 12 septmber 2026": [("entry_date", "2026-09-12")],
    "my pasport expirs 2 feb 2027": [("passport_expiry", "2027-02-02")],
    "i went to visit my grandmother on 4 march 2026": [(None, "2026-03-04")],
    "study permit til 31 dec 2026, graduation 20 dec": [
        ("record_expiry", "2026-12-31"),
        ("other", "2026-12-20"),
    ],
    "my restoration was refused on 4 nov, i applied for it 9 sept": [
        ("decision_date", "2026-11-04"),
        ("restoration_date", "2026-09-09"),
    ],
    "came on a work permit 4 march 2025, expired 4 march 2026, applied as visitor 1 march 2026": [
        ("entry_date", "2025-03-04"),
        ("record_expiry", "2026-03-04"),
        ("application_date", "2026-03-01"),
    ],
    "ticket 4 dec, entry 9 june, visa 8 may 2029, passport 1 jan 2031, wedding 3 dec": [
        ("other", "2026-12-04"),
        ("entry_date", "2026-06-09"),
        ("visa_expiry", "2029-05-08"),
        ("passport_expiry", "2031-01-01"),
        ("other", "2026-12-03"),
    ],
    "5 may 1890 is when i entered": [("entry_date", "1890-05-05")],
    "entered 5 may 2190": [("entry_date", "2190-05-05")],
    "hi i overstayed, should have left by 30 sept, now it's 22 nov": [
        ("record_expiry", "2026-09-30"),
        ("other", "2026-11-22"),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{kind}: {text}")
        for kind, messages in (
            ("told", MESSAGES),
            ("wished", WISHED_ENDS),
            ("whose", WHOSE),
            ("denied", DENIED),
            ("papers and plans", PAPERS_AND_PLANS),
        )
        for text, expected in messages.items()
    ],
)
def test_roles_and_days(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert roles_and_days(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("passport good till aug 2031", "passport_expiry"),
        ("visa till dec 2029", "visa_expiry"),
        ("came in march", "entry_date"),
        ("entered on 03/04/2026", "entry_date"),
        ("entered 30 february", "entry_date"),
        ("entered canda 5/6", "entry_date"),
        ("landed at the airport in Halifax 5/6", "entry_date"),
        ("entry 5/6", "entry_date"),
        ("passport 5/6", "passport_expiry"),
    ],
)
def test_role_is_found_where_the_day_is_not(text: str, role: str) -> None:
    assert role_where_day_is_not(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "how many times can i come in 6 months",
        "is it ok to start today if they answer later",
        "what can we do on a long cold friday up here",
    ],
)
def test_loose_words_in_a_story_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize("text", ["today", "yesterday i think", "friday"])
def test_loose_words_alone_are_an_answer(text: str) -> None:
    (date,) = find_dates(text)
    assert date.role is None
