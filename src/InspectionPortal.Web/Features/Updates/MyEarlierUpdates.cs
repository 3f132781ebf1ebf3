namespace InspectionPortal.Web.Features.Updates;

/// <summary>A closed period as one person answered it.</summary>
/// <param name="Period">The period.</param>
/// <param name="Cards">Their items with an update, in the order of the plan.</param>
/// <param name="Unanswered">How many of their items have none.</param>
public sealed record MyEarlierUpdates(CardPeriod Period, IReadOnlyList<UpdateCard> Cards, int Unanswered);
