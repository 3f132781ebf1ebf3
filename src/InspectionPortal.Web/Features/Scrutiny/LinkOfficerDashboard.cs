using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Features.Scrutiny.Movement;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>What moved in the partnerships of a link officer.</summary>
public sealed record LinkOfficerDashboard : IReadByLinkOfficers
{
    /// <summary>Rows of one page.</summary>
    public const int PageLength = 100;

    /// <summary>Changes that are listed where no plan was chosen.</summary>
    public const int StartLength = 5;

    /// <summary>Every plan that is open to the person.</summary>
    public required IReadOnlyList<PartnershipRow> All { get; init; }

    /// <summary>Those that the filter leaves, sorted.</summary>
    public required IReadOnlyList<PartnershipRow> Rows { get; init; }

    public required InspectFilter Filter { get; init; }
    public required DateTimeOffset? LastLooked { get; init; }

    /// <summary>Today, where the person's partnerships are; late is counted from it.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The plan whose changes are listed; null where nothing is open.</summary>
    public PartnershipRow? Chosen { get; init; }

    /// <summary>All that changed in <see cref="Chosen"/>, the worst first.</summary>
    public IReadOnlyList<PlanChange> Changes { get; init; } = [];

    public string WhatWasRead => "Overview of partnerships";

    /// <summary>The row in which most moved; null where nothing did.</summary>
    public PartnershipRow? MostMoved => All.Where(r => r.Moved > 0).MaxBy(r => r.Moved);

    public IReadOnlyList<PartnershipRow> OnPage => [.. Rows.Skip((Filter.Page - 1) * PageLength).Take(PageLength)];

    public int Pages => Math.Max(1, (Rows.Count + PageLength - 1) / PageLength);

    /// <summary>The ratings that the rows show.</summary>
    public IReadOnlyList<Rating> Key => [.. OnPage.SelectMany(r => r.Ratings).Select(r => r.Rating).Where(r => r != Rating.NotRated)
        .DistinctBy(r => (r.Name, r.Colour, r.Shape)).OrderBy(r => r.Order)];

    /// <summary>True where the changes of one plan are listed in full.</summary>
    public bool IsInFull => Filter.In is not null && Chosen?.PlanId == Filter.In;

    /// <summary>Those of <see cref="Changes"/> that moved; signals say what is, not what moved.</summary>
    public int Moved => Changes.Count(c => c.Kind != ChangeKind.Signal);
}
