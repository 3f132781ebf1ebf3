namespace InspectionPortal.Web.Features.Home;

public sealed record HomePlan(Guid Id, string Title, string? PeriodText)
{
    public string Caption => PeriodText is null ? Title : $"Action plan, {PeriodText}";
}
