# Prints each cell of workbooks as readxl reads it: file, sheet, row, column, type, value, with tabs between.
flat <- function(text) gsub("\n", "\\n", gsub("\\", "\\\\", enc2utf8(text), fixed = TRUE), fixed = TRUE)
for (path in commandArgs(TRUE)) for (sheet in readxl::excel_sheets(path)) {
  cells <- readxl::read_excel(path, sheet, col_names = FALSE, col_types = "list", trim_ws = FALSE, .name_repair = "minimal",
                              range = cellranger::cell_limits(c(1, 1), c(NA, NA)))
  for (column in seq_along(cells)) for (row in seq_len(nrow(cells))) {
    value <- cells[[column]][[row]]
    if (length(value) != 1 || is.na(value)) next
    typed <- if (inherits(value, "POSIXct")) c("date", format(value, "%Y-%m-%d %H:%M:%S", tz = "UTC"))
      else if (is.numeric(value)) c("number", sprintf("%.15g", value))
      else if (is.logical(value)) c("yesno", if (value) "TRUE" else "FALSE")
      else c("text", flat(value))
    cat(path, sheet, row, column, typed, sep = "\t")
    cat("\n")
  }
}
