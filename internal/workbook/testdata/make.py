"""Makes the workbooks of this folder. README.md says with what. All answers are invented."""
import datetime
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

here = pathlib.Path(__file__).parent

FORMATS = [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.0%", "0.00E+00", "##0.0E+0", "# ?/?", "# ??/??", "# ?/8", "?/?",
    "#.##", "#.0#", ".00", "000", "0000.0", "#,##0,", "0.0,,", '0 "people"', '"No. "0', r"0\ \k\g", "+0;-0;0", "0;(0)",
    '#,##0.00;[Red]-#,##0.00', '0;-0;"none"', '"yes";"less";"no"', '[>100]"many";[<0]"minus";0',
    "[$€-407] #,##0.00", "#,##0.00 [$€-407]", "[$$-409]#,##0.00", "000-00-0000", "(000) 000-0000",
    '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '"$"#,##0_);\\("$"#,##0\\)', "@", "0.000", "0;;", "#", "#,###",
    "0.0 %", "0.", '0;0;0;"Answer: "@', ";;;",
]
NUMBERS = [
    0, 1, 2, -1, 0.5, -0.25, 1 / 3, 12.345, 0.285, 1.005, 999.995, 1234.5, -1234.567, 1234567.891, 0.00001234,
    123456789012, 1.5e20, 5.5e-9, 100, 101, 555123456, 1e15, 1e16, 1.5e-10, 1.23456789012345e-5, 0.1 + 0.2, -1.5e20,
]
DATES = [
    "yyyy-mm-dd", "dd.mm.yyyy", "d/m/yy", "mm-dd-yy", "m/d/yyyy h:mm", "yyyy-mm-dd hh:mm:ss", "h:mm AM/PM",
    "h:mm:ss am/pm", "hh:mm", "mm:ss", "[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss]", "mm:ss.0", "hh:mm:ss.000", "mmm-yy",
    "d-mmm-yy", "dddd, mmmm d, yyyy", "ddd d mmm", "mmmmm", 'yyyy"-"mm"T"hh:mm', "[$-409]m/d/yy h:mm AM/PM;@",
    "[$-F800]dddd, mmmm dd, yyyy", "[$-F400]h:mm:ss AM/PM", "yyyy/m/d;@", r"dd\.mm\.yyyy\ hh:mm", "m", "mmm", "yy", "h",
    "s", "ss", 'h "h" m', '[h]"h "mm"min"', r"yyyy\-mm\-dd\Thh:mm:ss\Z", '[$-411]yyyy"年"m"月"d"日"', "[$-804]aaaa",
    *(f"[$-{n}]{code}" for n in "407 40C 410 413 416 41D 406 414 40B 415 405 419 41F 411 804".split() for code in ("mmmm yyyy", "dddd, d. mmmm yyyy", "ddd d mmm yy")),
]
MOMENTS = [0, 0.25, 1.5, 45322, 45322.3958333333, 45322.75, 45351.9999, 44000.123456789, 36526.5, 0.520833333333333]


def formats():
    """A row for each number format, with numbers or dates and a text."""
    book = openpyxl.Workbook()
    numbers = book.active
    numbers.title = "numbers"
    dates = book.create_sheet("dates")
    for sheet, codes, values in ((numbers, FORMATS, NUMBERS), (dates, DATES, MOMENTS)):
        sheet.append(["format", *[f"v{i}" for i in range(len(values))], "text"])
        for code in codes:
            sheet.append(["'" + code, *values, "pencil"])
            for cell in sheet[sheet.max_row][1:]:
                cell.number_format = code
    ids = book.create_sheet("built in")
    ids.append(["number", *[f"v{i}" for i in range(5)], "text"])
    for n in [*range(0, 23), *range(27, 60)]:
        ids.append([n, 45322.3958333333, 0, -1234.25, 0.75, 12345.5, "pencil"])
        for cell in ids[ids.max_row][1:]:
            cell.number_format = "General"
            cell._style.numFmtId = n
    book.save(here / "formats.xlsx")


QUESTIONS = ["Id", "Start time", "Email", "What should the allotments get next?", "How satisfied are you?", "Plot", "Days a week", "Member"]
ANSWERS = [
    "A tap near the lower gate", "More compost, and a shed", "Nothing, it is fine as it is", "=better paths", "Bänke – und Schatten!", "水道が欲しい",
    "benches\nand a notice board", " taps ", "+1 for the shed", "<b>fences</b> & gates", "don't know", "tools\u2028and soil",
]


def survey():
    """A survey of gardeners: texts, a date and time, numbers, yes and no, blanks, hidden columns, a formula, a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Form responses"
    sheet.append(QUESTIONS)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    start = datetime.datetime(2023, 5, 3, 9, 5, 7)
    for i, answer in enumerate(ANSWERS * 2):
        row = [i + 1, start + datetime.timedelta(hours=7 * i, seconds=11 * i), "anonymous", answer, [1, 2.5, None, 4][i % 4], f"{i % 5}-{i % 3}", i % 8, i % 3 == 0]
        sheet.append(row)
        sheet.cell(sheet.max_row, 2).number_format = "yyyy-mm-dd hh:mm:ss"
        for cell in sheet[sheet.max_row]:  # a text that looks like a formula is none here
            if isinstance(cell.value, str):
                cell.data_type = "s"
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet["D2"].comment = Comment("not an answer", "nobody")
    notes = book.create_sheet("Notes")
    notes["B2"] = "Closed on 7 May."
    notes.sheet_state = "hidden"
    book.save(here / "survey-openpyxl.xlsx")


def grid():
    """Two header rows of which the first has merged cells, under a title."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Grid"
    sheet["A1"] = "Allotments 2023"
    sheet.merge_cells("A1:E1")
    sheet.append(["Id", "Which do you grow?", None, None, "Why?"])
    sheet.append([None, "Beans", "Leeks", "Other", None])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:D2")
    for i, answer in enumerate(ANSWERS[:5]):
        sheet.append([i + 1, "Beans" if i % 2 else None, "Leeks", None, answer.lstrip("=")])
    sheet.merge_cells("B5:C5")
    book.save(here / "grid-openpyxl.xlsx")


def others():
    """The survey, as LibreOffice and as R's openxlsx write it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, here / "survey-openpyxl.xlsx"], check=True)
        shutil.copy(pathlib.Path(folder) / "survey-openpyxl.xlsx", here / "survey-libreoffice.xlsx")
    code = """
        answers <- readxl::read_excel("survey-openpyxl.xlsx")
        openxlsx::write.xlsx(as.data.frame(answers), "survey-openxlsx.xlsx", headerStyle = openxlsx::createStyle(textDecoration = "bold"))
    """
    subprocess.run(["Rscript", "-e", code], cwd=here, check=True)


formats()
survey()
grid()
others()
