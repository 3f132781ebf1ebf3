using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>How a rating stands in a text that has no pictures.</summary>
internal static class RatingSigns
{
    /// <summary>A mark for a rating that needs no colour.</summary>
    public static string Sign(Rating rating) => rating.Shape switch
    {
        "circle" => "●",
        "triangle" => "▲",
        "square" => "■",
        "diamond" => "◆",
        "hexagon" => "⬢",
        "bar" => "▬",
        _ => "○",
    };

    /// <summary>The colour of a rating's words, dark enough to be read.</summary>
    public static string Ink(Rating rating) => rating.Colour switch
    {
        "green" => "005A30",
        "amber" => "7A4100",
        "red" => "8E1B13",
        "blue" => "1D4F91",
        "purple" => "4C2C78",
        _ => "505A5F",
    };
}
