using System.Text;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Reads a file of any kind that can be imported, judged by what it is and not only by its name.</summary>
public static class DocumentReader
{
    private const string Kinds = "Save the plan as a Word document (.docx), an Excel workbook (.xlsx) or a .csv file.";

    /// <summary>The tables and text of a file.</summary>
    /// <exception cref="ImportException">The file cannot be read; the message says why in one sentence.</exception>
    public static SourceDocument Read(Stream stream, string fileName, ImportIssues issues, ReadingBudget budget)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(budget);
        using var content = Take(stream);
        var first = content.GetBuffer().AsSpan(0, (int)Math.Min(content.Length, 4096)).ToArray();
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (first.Length == 0)
        {
            throw new ImportException("The file is empty. Choose another file.");
        }

        Refuse(content, first, extension);
        if (OpenDocument(first) is { } open)
        {
            throw new ImportException(open);
        }

        if (first is [(byte)'P', (byte)'K', ..])
        {
            return ReadOffice(content, fileName, extension, issues, budget);
        }

        if (extension is ".docx" or ".xlsx" or ".docm" or ".xlsm")
        {
            throw new ImportException($"The file is not a real {extension} file, or it is damaged. {Kinds}");
        }

        return extension is ".csv" or ".tsv" or ".txt" ? ReadText(content, fileName, issues, budget)
            : throw new ImportException($"This kind of file cannot be imported. {Kinds}");
    }

    private static SourceDocument ReadText(MemoryStream content, string fileName, ImportIssues issues, ReadingBudget budget)
    {
        try
        {
            return PlanCopyCarrier.FromTables(CsvTableReader.Read(content, fileName, issues, budget), issues, budget);
        }
        catch (Exception exception) when (exception is CsvHelper.CsvFormatException or FormatException or ArgumentException
            or OverflowException)
        {
            throw new ImportException("The table in the file cannot be read. Save it as .csv from Excel and try again.", exception);
        }
    }

    /// <summary>What a file in the format of old Office programs is: one with a password, or an old document under its own or another name.</summary>
    private static string OldOrLocked(ReadOnlySpan<byte> content, string extension)
    {
        if (content.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) < 0)
        {
            if (content.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0)
            {
                return $"The file is {Named(extension, "an old Word document (.doc)")}. Open it in Word, save it as .docx and try again.";
            }

            if (content.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0)
            {
                return $"The file is {Named(extension, "an old Excel workbook (.xls)")}. Open it in Excel, save it as .xlsx and try again.";
            }

            if (extension is not (".docx" or ".xlsx"))
            {
                return "The file is in an old Word or Excel format. Open it, save it as .docx or .xlsx and try again.";
            }
        }

        return "The file is protected by a password. Remove the password in Word or Excel, save it and try again.";
    }

    private static string Named(string extension, string what) => extension is ".docx" or ".xlsx" or ".docm" or ".xlsm"
        ? $"named {extension} but is {what}" : what;

    /// <summary>What to do with a file of OpenOffice or LibreOffice; null for another.</summary>
    private static string? OpenDocument(byte[] first)
    {
        var start = Encoding.Latin1.GetString(first.AsSpan(0, Math.Min(first.Length, 200)));
        return start switch
        {
            _ when start.Contains("opendocument.text", StringComparison.Ordinal) =>
                "The file is an OpenDocument text (.odt). Save it as a Word document (.docx) and try again.",
            _ when start.Contains("opendocument.spreadsheet", StringComparison.Ordinal) =>
                "The file is an OpenDocument spreadsheet (.ods). Save it as an Excel workbook (.xlsx) and try again.",
            _ => null,
        };
    }

    private static MemoryStream Take(Stream stream)
    {
        if (stream.CanSeek && stream.Length - stream.Position > ImportLimits.Bytes)
        {
            throw new ImportException(ImportLimits.TooLarge);
        }

        var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (content.Length + read > ImportLimits.Bytes)
            {
                throw new ImportException(ImportLimits.TooLarge);
            }

            content.Write(buffer, 0, read);
        }

        content.Position = 0;
        return content;
    }

    private static void Refuse(MemoryStream content, byte[] first, string extension)
    {
        if (first is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new ImportException(OldOrLocked(content.GetBuffer().AsSpan(0, (int)content.Length), extension));
        }

        var start = Encoding.Latin1.GetString(first).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\r', '\n', '\t');
        if (start.StartsWith("%PDF", StringComparison.Ordinal))
        {
            throw new ImportException("The file is a PDF, which cannot be imported. Save the plan as a Word document: "
                + "open the PDF in Word, save it as .docx and try again.");
        }

        var kind = start switch
        {
            _ when start.StartsWith("{\\rtf", StringComparison.Ordinal) => "a rich text file",
            _ when start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) => "a web page",
            _ when start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) => "an XML file",
            _ when start.StartsWith("\u0089PNG", StringComparison.Ordinal)
                || start.StartsWith("ÿØÿ", StringComparison.Ordinal) => "a picture",
            _ => null,
        };
        if (kind is not null)
        {
            throw new ImportException($"The file is {kind}, which cannot be imported. {Kinds}");
        }
    }

    private static SourceDocument ReadOffice(MemoryStream content, string fileName, string extension, ImportIssues issues,
        ReadingBudget budget)
    {
        using var package = OfficePackage.Open(content);
        var isWord = package.MainType.Contains("wordprocessingml", StringComparison.Ordinal)
            || package.MainType.Contains("ms-word", StringComparison.Ordinal);
        var isExcel = package.MainType.Contains("spreadsheetml", StringComparison.Ordinal)
            || package.MainType.Contains("ms-excel", StringComparison.Ordinal);
        if (package.MainPart is null || isWord == isExcel)
        {
            throw new ImportException($"The file is not a Word document or an Excel workbook. {Kinds}");
        }

        if (package.MainType.Contains("sheet.binary", StringComparison.Ordinal))
        {
            throw new ImportException("The file is a binary workbook (.xlsb). Save it as .xlsx and try again.");
        }

        if (isWord ? extension is not (".docx" or ".docm") : extension is not (".xlsx" or ".xlsm"))
        {
            throw new ImportException($"The file is named {(extension.Length == 0 ? "without an ending" : extension)} but is {(isWord ? "a Word document: name it .docx" : "an Excel workbook: name it .xlsx")} and try again.");
        }

        if (package.HasMacros || package.MainType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            issues.Info("File", "The file has macros. They were not read or kept.");
        }

        return OfficePackage.Guard(() => isWord
            ? DocxReader.Read(package, fileName, issues, budget) with
            {
                Copy = PlanCopyCarrier.FromWord(package, issues, budget),
                PlanTable = PlanCopyCarrier.TableOfWord(package),
            }
            : PlanCopyCarrier.FromTables(SheetReader.Read(package, fileName, issues, budget), issues, budget));
    }
}
