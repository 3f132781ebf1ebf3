using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record InspectionsPage(IReadOnlyList<InspectionRow> Inspections, bool CanEdit, Vocabulary Vocabulary) : IReadByLinkOfficers
{
    /// <summary>Every grade, the earliest inspection first.</summary>
    public IReadOnlyList<GradingOverTime> Gradings { get; init; } = [];

    public string WhatWasRead => "List of inspections";

    /// <summary>Inspections that gave grades, the earliest first.</summary>
    public IReadOnlyList<InspectionRow> Graded =>
        [.. Inspections.Where(i => Gradings.Any(g => g.InspectionId == i.Id)).Reverse()];

    /// <summary>One row for each thing that was graded, with its grade in each inspection that gave one.</summary>
    public IReadOnlyList<(GradingOverTime Name, IReadOnlyDictionary<Guid, string> Grades)> OverTime =>
        [.. Gradings.GroupBy(g => g.Key, StringComparer.Ordinal).Select(g => (
            g.Last(), (IReadOnlyDictionary<Guid, string>)g.GroupBy(x => x.InspectionId).ToDictionary(x => x.Key, x => x.First().Grade)))];
}
