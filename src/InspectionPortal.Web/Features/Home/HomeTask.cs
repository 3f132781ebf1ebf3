namespace InspectionPortal.Web.Features.Home;

/// <summary>Something that waits for this person.</summary>
public sealed record HomeTask(string Title, string Why, string Href, string Button, int DaysLate, DateOnly? Due)
{
    public string? What { get; init; }

    /// <summary>The plan it is in; null where there is no other.</summary>
    public string? Plan { get; init; }
}
