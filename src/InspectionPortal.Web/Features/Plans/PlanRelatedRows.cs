using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data.Queries;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The rows linked to the projects of a plan, each kind in its order. Kinds that no column shows are empty.</summary>
internal sealed class PlanRelatedRows
{
    public required ILookup<Guid, LeadName> Leads { get; init; }
    public required ILookup<Guid, PlanStepRow> Steps { get; init; }
    public required ILookup<Guid, PlanNote> Notes { get; init; }

    /// <summary>By the project, driver or aim that is linked.</summary>
    public required ILookup<Guid, PlanLinkRow> Links { get; init; }

    public required ILookup<Guid, PlanEntryRow> Entries { get; init; }

    /// <summary>By the project that owns the measure.</summary>
    public required ILookup<Guid, PlanMeasureRow> Measures { get; init; }

    /// <summary>By a project that looks at the measure beside its own.</summary>
    public required ILookup<Guid, PlanMeasureRow> MeasuresUsed { get; init; }

    /// <summary>Dated figures, by measure.</summary>
    public required ILookup<Guid, SourcePoint> Points { get; init; }

    /// <summary>By measure.</summary>
    public required ILookup<Guid, SourceMark> Phases { get; init; }

    /// <summary>By measure.</summary>
    public required ILookup<Guid, ChartTargetRow> Targets { get; init; }

    /// <summary>True for a measure that says something of its project: a milestone, or one with dated figures.</summary>
    public bool IsCharted(ChartSource measure) => measure.Kind == MeasureKind.Milestone || Points.Contains(measure.Id);
}
