"""Makes the workbooks of this folder that openpyxl can write. All answers are invented."""
import datetime
import pathlib

import openpyxl
from openpyxl.styles import Font

here = pathlib.Path(__file__).parent

FORMATS = [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.0%", "0.00E+00", "##0.0E+0", "# ?/?", "# ??/??", "?/?",
    "#.##", "#.0#", ".00", "000", "0000.0", "#,##0,", "0.0,,", '0 "people"', '"No. "0', r"0\ \k\g", "+0;-0;0", "0;(0)",
    '#,##0.00;[Red]-#,##0.00', '0;-0;"none"', '"yes";"less";"no"', '[>100]"many";[<0]"minus";0', "[=1]\"one\";[=2]\"two\";0.0;@",
    "[$€-407] #,##0.00", "#,##0.00 [$€-407]", "[$$-409]#,##0.00", "000-00-0000", "(000) 000-0000", '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    '"$"#,##0_);\\("$"#,##0\\)', "@", "0.000", "0;;", "#", "#,###", "?0.0?", "0.0 %",
]
NUMBERS = [0, 1, 2, -1, 0.5, -0.25, 1 / 3, 12.345, 0.285, 1.005, 999.995, 1234.5, -1234.567, 1234567.891, 0.00001234, 123456789012, 1.5e20, 5.5e-9, 100, 101, 555123456]

DATES = [
    "yyyy-mm-dd", "dd.mm.yyyy", "d/m/yy", "mm-dd-yy", "m/d/yyyy h:mm", "yyyy-mm-dd hh:mm:ss", "h:mm AM/PM", "h:mm:ss am/pm", "hh:mm", "mm:ss", "[h]:mm", "[hh]:mm:ss",
    "[mm]:ss", "[ss]", "mm:ss.0", "hh:mm:ss.000", "mmm-yy", "d-mmm-yy", "dddd, mmmm d, yyyy", "ddd d mmm", "mmmmm", 'yyyy"-"mm"T"hh:mm', "[$-409]m/d/yy h:mm AM/PM;@", "[$-F800]dddd, mmmm dd, yyyy",
    "yyyy/m/d;@", r"dd\.mm\.yyyy\ hh:mm", "m", "mmm", "yy", "h", "s", "ss", "h \"h\" m",
]
MOMENTS = [0, 0.25, 0.999999, 1.5, 45322, 45322.3958333333, 45322.75, 45351.9999, 44000.123456789, 36526.5]


def formats():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "numbers"
    sheet.append(["format", *[f"n{i}" for i in range(len(NUMBERS))], "text"])
    for code in FORMATS:
        sheet.append(["'" + code, *NUMBERS, "pencil"])
        for cell in sheet[sheet.max_row][1:]:
            cell.number_format = code
    dates = book.create_sheet("dates")
    dates.append(["format", *[f"d{i}" for i in range(len(MOMENTS))]])
    for code in DATES:
        dates.append(["'" + code, *MOMENTS])
        for cell in dates[dates.max_row][1:]:
            cell.number_format = code
    book.save(here / "formats.xlsx")


formats()
