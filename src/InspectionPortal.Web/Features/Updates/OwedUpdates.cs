namespace InspectionPortal.Web.Features.Updates;

/// <summary>One person who has not submitted all their updates in a period.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Where they are written to.</param>
/// <param name="Items">How many updates are missing.</param>
/// <param name="AskedAt">When they were last asked in this period; null if never.</param>
/// <param name="AskedByLeadOn">The last day on which the partnership lead asked; null if never.</param>
public sealed record OwedUpdates(Guid UserId, string Name, string Email, int Items, DateTimeOffset? AskedAt, DateOnly? AskedByLeadOn);
