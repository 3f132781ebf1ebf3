using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>One partnership's plan, as far as the grant opens it.</summary>
public sealed record PartnershipRow
{
    public required SessionPartnership Partnership { get; init; }
    public required GrantScope Scope { get; init; }
    public DateTimeOffset? Until { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>Named where the person may read several plans of the same partnership.</summary>
    public string? PlanTitle { get; init; }

    public string? LastQuarter { get; init; }
    public Guid? LastQuarterId { get; init; }

    /// <summary>The report that the last one is compared with; null where there is none, or where the live plan is compared.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>True where the first approved report is compared with nothing.</summary>
    public bool IsFirstReport { get; init; }

    /// <summary>True where there is something to count in: the live plan, or an approved report.</summary>
    public bool IsCounted => Scope == GrantScope.LivePlan || LastQuarterId is not null;

    /// <summary>Of the live plan, or of the last approved report.</summary>
    public IReadOnlyList<RatingCount> Ratings { get; init; } = [];

    /// <summary>Items of evidence of which a version was released since.</summary>
    public int Released { get; init; }

    /// <summary>Position statements that were approved since.</summary>
    public int Statements { get; init; }

    /// <summary>Projects whose deadline moved later since.</summary>
    public int Slips { get; init; }

    /// <summary>Projects that were rated better since than before, and worse.</summary>
    public int Up { get; init; }

    public int Down { get; init; }

    /// <summary>Projects that had no rating before.</summary>
    public int FirstRated { get; init; }

    /// <summary>Projects that had one before.</summary>
    public int NoLongerRated { get; init; }

    /// <summary>How much moved since, of all kinds.</summary>
    public int Moved => Released + Statements + Slips + Up + Down + FirstRated + NoLongerRated;

    /// <summary>"3 ratings, 1 deadline and 9 items of evidence"; empty where nothing moved.</summary>
    public string MovedWords
    {
        get
        {
            (int Count, string One, string Many)[] kinds =
            [
                (Up + Down + FirstRated + NoLongerRated, "rating", "ratings"), (Slips, "deadline", "deadlines"),
                (Released, "item of evidence", "items of evidence"),
                (Statements, "position statement", "position statements"),
            ];
            return EnglishText.List([.. kinds.Where(k => k.Count > 0).Select(k => EnglishText.Count(k.Count, k.One, k.Many))]);
        }
    }

    /// <summary>Recommendations that no released evidence answers; null where no report is approved.</summary>
    public int? WithoutEvidence { get; init; }

    /// <summary>What measures say now, or said in the last approved report; the gravest signal of each.</summary>
    public IReadOnlyList<SignalKind> Signals { get; init; } = [];

    public DateOnly? NextReport { get; init; }
    public DateOnly? AsAt => Partnership.AsAt;
}
