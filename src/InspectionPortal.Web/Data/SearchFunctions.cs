using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace InspectionPortal.Web.Data;

/// <summary>The columns that a search looks through, which the database fills, and its functions about them.</summary>
public static class SearchFunctions
{
    /// <summary>The words of a row.</summary>
    public const string Words = "SearchText";

    /// <summary>The words of a published report as the partnership's members read it.</summary>
    public const string MembersWords = "SearchMembers";

    /// <summary>Texts that people wrote, out of the bytes of a report. Only in queries.</summary>
    public static string[] ReportTexts(byte[] report) => throw new NotSupportedException("Only in a query.");

    /// <summary>Words that are open to everybody who may read the row: not those that a partnership may keep. Only in queries.</summary>
    public static NpgsqlTsVector OpenWords(NpgsqlTsVector words) => throw new NotSupportedException("Only in a query.");

    /// <summary>Makes the functions known to the model.</summary>
    public static void Map(ModelBuilder builder)
    {
        var own = typeof(SearchFunctions);
        builder.HasDbFunction(own.GetMethod(nameof(ReportTexts))!).HasName("portal_report_texts").HasSchema("public");
        builder.HasDbFunction(own.GetMethod(nameof(OpenWords))!).HasName("portal_open_words").HasSchema("public");
    }
}
