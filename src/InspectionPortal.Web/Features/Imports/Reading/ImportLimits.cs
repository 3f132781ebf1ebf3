namespace InspectionPortal.Web.Features.Imports.Reading;

/// <summary>How much a file may hold, so that none can fill the memory. Plans of 5,000 rows stay far below.</summary>
public static class ImportLimits
{
    /// <summary>Of the file as it comes.</summary>
    public const long Bytes = 20L * 1024 * 1024;

    /// <summary>Of everything in it, unpacked.</summary>
    public const long UnpackedBytes = 256L * 1024 * 1024;

    /// <summary>Of one part of it, unpacked.</summary>
    public const long PartBytes = 128L * 1024 * 1024;

    /// <summary>Parts smaller than this may be packed as tightly as they like.</summary>
    public const long RatioFreeBytes = 8L * 1024 * 1024;

    /// <summary>How many times larger a part may become.</summary>
    public const int Ratio = 300;

    public const int Parts = 5000;

    public const int Rows = 20_000;

    public const int Cells = 250_000;

    /// <summary>Columns further right are left out: no plan has them.</summary>
    public const int Columns = 100;

    /// <summary>Elements of one row or paragraph of a document.</summary>
    public const int Elements = 200_000;

    /// <summary>Elements within elements.</summary>
    public const int Depth = 120;

    /// <summary>Characters of one cell.</summary>
    public const int CellCharacters = 40_000;

    /// <summary>Characters of the text of all cells and paragraphs.</summary>
    public const int Characters = 30_000_000;

    public const string TooLarge = "The file is too large to import: the limit is 20 MB.";

    public const string TooMuchInside = "The file holds far more than it seems to from outside, so it was not opened. Save it again from Word or Excel, without pictures, and try again.";

    public const string TooManyRows = "The file has too many rows or cells to import: the limits are 20,000 rows and 250,000 cells. Split it into several files.";
}

/// <summary>Counts while a file is read, and stops at the limits.</summary>
internal sealed class ReadingBudget
{
    private int rows;
    private int cells;
    private long characters;

    public void Row()
    {
        if (++rows > ImportLimits.Rows)
        {
            throw new ImportException(ImportLimits.TooManyRows);
        }
    }

    public void Cell(int length)
    {
        if (++cells > ImportLimits.Cells)
        {
            throw new ImportException(ImportLimits.TooManyRows);
        }

        Text(length);
    }

    public void Text(int length)
    {
        characters += length;
        if (characters > ImportLimits.Characters)
        {
            throw new ImportException(ImportLimits.TooManyRows);
        }
    }
}
