"""Prints each cell of workbooks as openpyxl reads it: file, sheet, row, column, type, value, with tabs between."""
import datetime
import sys

import openpyxl

sys.stdout.reconfigure(encoding="utf-8")
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if value is None or value == "":
                    continue
                if isinstance(value, bool):
                    typed = "yesno", str(value).upper()
                elif isinstance(value, (int, float)):
                    typed = "number", format(value, ".15g")
                elif isinstance(value, datetime.datetime):
                    value += datetime.timedelta(milliseconds=1)  # it is rounded to a microsecond
                    typed = "date", value.strftime("%Y-%m-%d %H:%M:%S")
                else:
                    typed = "text", str(value).replace("\\", "\\\\").replace("\n", "\\n")
                print(path, sheet.title, cell.row, cell.column, *typed, sep="\t")
