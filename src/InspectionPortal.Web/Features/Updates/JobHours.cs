namespace InspectionPortal.Web.Features.Updates;

/// <summary>When jobs of the quarter may write to people: the hours of a working day, by the partnership's own clock.</summary>
internal static class JobHours
{
    private const int FirstHour = 8;
    private const int LastHour = 18;

    public static bool Includes(DateTimeOffset local) => local.Hour is >= FirstHour and < LastHour;
}
