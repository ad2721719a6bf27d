* A survey of a library, with invented answers. Run by pspp in this folder, it writes the files whose names begin with pspp.

DATA LIST LIST (TAB) NOTABLE
  /number (F4.0) content (F1.0) age (F8.2) portion (F8.4) born (DATE11) answered (DATETIME20) opening (TIME8)
   joined (ADATE10) since (MOYR8) quarter (QYR8) week (WKYR10) best_day (WKDAY9) best_month (MONTH9)
   fee (DOLLAR10.2) pages (COMMA10.0) change (PCT6.1) sex (A1) way_of_reading_most_often (A20) why (A400)
   read1 read2 read3 (F1.0) come1 come2 (F2.0) asked1 asked2 (A3).
BEGIN DATA.
1	1	34.5	1.25	01-JAN-1986	03-MAR-2024 10:11:12	10:30:00	01/31/2020	JAN 2020	1 Q 2020	5 WK 2020	MONDAY	MARCH	1234.5	1234567	12.5	f	on paper	Quiet rooms, and staff who know every shelf	1	0	0	1	2	Yes	No
2	9	8	0.75	31-DEC-1999	31-DEC-2023 23:59:59	25:00:00	12/01/1999	DEC 1999	4 Q 1999	53 WK 1999	SUNDAY	DECEMBER	-5	0	-0.5	m	n/a		0	1	1	3	.	No	No
3	.	.	1	.	.	.	.	.	.	.	.	.	.	.	.	x	on a screen	Öffnungszeiten am Sonntag – für Berufstätige	.	.	.	.	.		
4	2	77	1	29-FEB-1944	29-FEB-2024 00:00:00	00:00:01	02/29/1944	FEB 1944	1 Q 1944	9 WK 1944	SATURDAY	FEBRUARY	0.5	12	100	f	aloud	More copies of new novels, and a longer loan	1	1	0	2	1	Yes	Yes
5	8	41	1.5	14-OCT-1983	01-APR-2024 08:05:09	08:05:09	10/14/1983	OCT 1983	4 Q 1983	42 WK 1983	FRIDAY	OCTOBER	19.99	999	3	m	on paper	Warm in winter; nobody sends me away	0	0	0	1	.	Yes	No
END DATA.

FORMATS number (N4).
VARIABLE LABELS content "How content are you with the library?" age "Your age" why "Why do you come to the library?"
  read1 "Novels" read2 "Newspapers" read3 "Comics, manga" way_of_reading_most_often "How do you read most often?"
  asked1 "Have you asked for help?" asked2 "Have you asked for a book?".
VALUE LABELS content 1 "very content" 2 "content" 3 "not content" 8 "does not know" 9 "refused"
  /sex "f" "woman" "m" "man" "x" "no answer" /read1 read2 read3 0 "not chosen" 1 "chosen"
  /come1 come2 1 "Bus" 2 "Bicycle" 3 "On foot" /way_of_reading_most_often "n/a" "does not read" "aloud" "read aloud by others"
  /asked1 "Yes" "Help" /asked2 "Yes" "A book".
MISSING VALUES content (8, 9) /age (LOWEST THRU 10, 99) /sex ("x") /way_of_reading_most_often ("n/a").
VARIABLE LEVEL content (ORDINAL) /age (SCALE) /sex (NOMINAL).
VARIABLE ATTRIBUTE VARIABLES=age ATTRIBUTE=source("register").
MRSETS
  /MDGROUP NAME=$read LABEL="What do you read?" VARIABLES=read1 read2 read3 VALUE=1
  /MCGROUP NAME=$come LABEL="How do you come?" VARIABLES=come1 come2
  /MDGROUP NAME=$asked CATEGORYLABELS=COUNTEDVALUES LABELSOURCE=VARLABEL VARIABLES=asked1 asked2 VALUE="Yes".
WEIGHT BY portion.
DOCUMENT A survey that was never asked.
SAVE OUTFILE="pspp-plain.sav" /UNCOMPRESSED.
SAVE OUTFILE="pspp-codes.sav" /COMPRESSED.
SAVE OUTFILE="pspp.zsav" /ZCOMPRESSED.
