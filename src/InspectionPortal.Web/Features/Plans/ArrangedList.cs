namespace InspectionPortal.Web.Features.Plans;

public sealed record ArrangedList(string Heading, IReadOnlyList<ArrangedItem> Items);
