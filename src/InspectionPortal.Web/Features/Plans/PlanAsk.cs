namespace InspectionPortal.Web.Features.Plans;

/// <summary>What the open quarter asks of this person: the page's one button.</summary>
public sealed record PlanAsk(string Words, string Href);
