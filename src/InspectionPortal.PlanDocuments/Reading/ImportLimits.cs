namespace InspectionPortal.PlanDocuments.Reading;

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

    /// <summary>Attributes of one element: Word and Excel write fewer than 50.</summary>
    public const int Attributes = 256;

    /// <summary>Equal signs from one tag to the next, as many as a text may have and far fewer than harm.</summary>
    public const int EqualSigns = 20_000;

    /// <summary>Elements within elements.</summary>
    public const int Depth = 120;

    /// <summary>Characters of one cell.</summary>
    public const int CellCharacters = 40_000;

    /// <summary>Characters of the text of all cells and paragraphs.</summary>
    public const int Characters = 30_000_000;

    /// <summary>Texts that cells of a workbook share; more than there are cells, for hidden sheets have some.</summary>
    public const int SharedTexts = 4 * Cells;

    /// <summary>Characters of the format of a number, and of the mark of a list.</summary>
    public const int FormatCharacters = 255;

    /// <summary>Columns of a plan whose parts have several headers.</summary>
    public const int PlanColumns = 250;

    /// <summary>Levels of aims and drivers over a project.</summary>
    public const int Levels = 12;

    /// <summary>Characters of a cell of names that are read; the words are kept all the same.</summary>
    public const int NamesCharacters = 4000;

    /// <summary>Names in one cell.</summary>
    public const int Names = 100;

    public const string TooLarge = "The file must be 20 MB or smaller. Make it smaller or split it.";

    public const string TooMuchInside = "The file contains much more than its size suggests, so it was not opened. Remove pictures, save it again in Word or Excel and try again.";

    public const string TakesTooLong = "The file takes too long to read, so it was not imported. Remove everything except the plan, or split the file, and try again.";

    public const string OthersAreRead = "Other files are being read now, so this one was not. Try again in a minute.";

    public const string TooManyColumns = "The tables in the file have too many different columns to be one plan. Split the file, or give its tables the same headers.";

    public const string TooManyRows = "The file must have 20,000 rows and 250,000 cells or fewer. Split it into several files.";
}
