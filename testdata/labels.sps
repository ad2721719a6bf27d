* pspp makes labels.sav of this: options whose order only their values tell, in a file with weights.
DATA LIST LIST /q (F2.0) nps (F2.0) region (F8.0) w (COMMA9.1) s (A1) half (F3.1) why (A40).
BEGIN DATA
5 10 2 1.5 b 1.5 "the team was open"
2 0 1 0.5 a 1.0 "the team was quick"
5 7 2 1.0 c 2.0 "open people, and open doors"
1 7 3 2.0 b 1.0 "money and time"
3 7 3 1.0 b 2.0 "the team"
3 10 1 1.0 c 2.0 "time"
3 9 2 1.0 a 1.5 "open doors"
4 99 2 1002.123 z 2.0 "doors"
END DATA.
VARIABLE LABELS q "How was the stay?" nps "Would you recommend us?" region "Region" w "Weight" s "Which shift?" half "Hours" why "What was good about it?".
VALUE LABELS w 1 "as it is" /q 1 "Bad" 5 "Excellent" /nps 0 "Not at all" 10 "Very likely" 99 "No answer" /region 1 "North" 2 "South" 3 "East" /s "a" "Night" "b" "Early" "c" "Late" / half 1 "one" 2 "two".
MISSING VALUES nps (99).
WEIGHT BY w.
SAVE OUTFILE="labels.sav".
