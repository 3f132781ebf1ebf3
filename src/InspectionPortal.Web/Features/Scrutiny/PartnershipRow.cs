using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>One partnership's plan, as far as the grant opens it.</summary>
public sealed record PartnershipRow
{
    public required SessionPartnership Partnership { get; init; }
    public required GrantScope Scope { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>Named where the person may read several plans of the same partnership.</summary>
    public string? PlanTitle { get; init; }

    public string? LastQuarter { get; init; }
    public Guid? LastQuarterId { get; init; }

    /// <summary>Of the live plan, or of the last approved report.</summary>
    public IReadOnlyList<RatingCount> Ratings { get; init; } = [];

    /// <summary>Items of evidence of which a version was released since.</summary>
    public int Released { get; init; }

    /// <summary>Deadlines that moved since.</summary>
    public int Slips { get; init; }

    /// <summary>Projects that were rated better since than before, and worse.</summary>
    public int Up { get; init; }

    public int Down { get; init; }

    /// <summary>How much moved since, of all kinds.</summary>
    public int Moved => Released + Slips + Up + Down;

    /// <summary>Recommendations that no released evidence answers; null where nothing approved says.</summary>
    public int? WithoutEvidence { get; init; }

    /// <summary>What measures say now, or said in the last approved report; the gravest signal of each.</summary>
    public IReadOnlyList<SignalKind> Signals { get; init; } = [];

    public DateOnly? NextReport { get; init; }
    public DateOnly? AsAt => Partnership.AsAt;
}
