using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What was said last: in the period before, or, where there was none, before the portal.</summary>
public sealed record PreviousUpdate(
    bool BeforePortal, string? PeriodTitle, Rating? Rating, string? AcceptedOn, string? Forecast, string? HelpNeeded, IReadOnlyList<SaidEntry> Entries);
