using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The plan page.</summary>
public sealed record PlanPage(
    PlanOverview Plan, IReadOnlyList<PlanOption> Plans, PlanFilter Filter, PlanOptions Options, IReadOnlyList<PlanAim> Aims,
    IReadOnlyList<PlanSectionText> Sections, IReadOnlyList<PlanOption> Abbreviations, PlanAsk? Ask, bool CanEdit, PlanReadingOptions Manner)
    : IReadByLinkOfficers
{
    /// <summary>True where the short view is shown, false for the partnership's own columns.</summary>
    public bool IsShort { get; init; }

    /// <summary>True where this person may put the plan to the chief officers.</summary>
    public bool MaySubmit { get; init; }

    /// <summary>True where this person may give another rating.</summary>
    public bool MayRate { get; init; }

    /// <summary>The value that is open to be changed.</summary>
    public PlanEditing? Editing { get; init; }

    /// <summary>The table with its filters, to come back to.</summary>
    public string Here => Filter.At(Manner.IsWhole ? "?whole=1" : PlanFilter.Table);

    /// <summary>The start of a link that opens a value on this very page: the question mark and what the address asks already.</summary>
    public string EditQuery => field ??= string.Concat(
        Filter.Pairs().Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}&").Prepend(Manner.IsWhole ? "?whole=1&" : "?"));

    /// <summary>True where this person may carry work over into a plan that follows.</summary>
    public bool MayCarryOver { get; init; }

    public string WhatWasRead => $"Plan: {Plan.Title}";

    public Guid PlanId => Plan.Id;

    public Vocabulary Vocabulary => Manner.Vocabulary;

    public PlanLayout Layout => Manner.Layout;

    public IReadOnlyList<Rating> Key => Manner.Key;

    public PlanHeader Header => PlanHeader.Of(Manner.Layout, Manner.Vocabulary);

    public int Total => Plan.Projects;

    public int Shown => Aims.Sum(a => a.Projects.Count(p => !p.IsNoActionNeeded));
}
