namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PlanSeed
{
    public string Title { get; set; } = string.Empty;
    public string? PeriodText { get; set; }
    public string? PeriodFrom { get; set; }
    public string? PeriodTo { get; set; }
    public string? OwnerGroup { get; set; }
    public List<string> Answers { get; set; } = [];
    public List<SectionSeed> Sections { get; set; } = [];
    public List<ExternalPlanSeed> ExternalPlans { get; set; } = [];
    public List<AimSeed> Aims { get; set; } = [];
}

public sealed class SectionSeed
{
    public string Heading { get; set; } = string.Empty;
    public string Body { get; set; } = string.Empty;
}

public sealed class ExternalPlanSeed
{
    public string Title { get; set; } = string.Empty;
    public string? Note { get; set; }
}

public sealed class LinkSeed
{
    public string Number { get; set; } = string.Empty;
    public string Basis { get; set; } = "stated";
    public string? Why { get; set; }
}

public sealed class AimSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Statement { get; set; } = string.Empty;
    public string? Vision { get; set; }
    public List<string> KeyOutcomes { get; set; } = [];
    public string? ByDateText { get; set; }
    public string? Population { get; set; }
    public string? Threshold { get; set; }
    public int? MirrorsQuestion { get; set; }
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<MeasureSeed> Measures { get; set; } = [];
    public List<ProjectSeed> Projects { get; set; } = [];
    public List<DriverSeed> Drivers { get; set; } = [];
}

public sealed class DriverSeed : SourcedSeed
{
    public string Text { get; set; } = string.Empty;
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<MeasureSeed> Measures { get; set; } = [];
    public List<ProjectSeed> Projects { get; set; } = [];
    public List<DriverSeed> Drivers { get; set; } = [];
}

public sealed class ProjectSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Title { get; set; } = string.Empty;
    public string? AimText { get; set; }
    public string? Difference { get; set; }
    public string? Success { get; set; }
    public string? Impact { get; set; }
    public string? Evidence { get; set; }
    public bool ChangeIdea { get; set; }
    public string? ExternalReference { get; set; }
    public string? Deadline { get; set; }
    public string? NoActionNeeded { get; set; }
    public List<LeadSeed> Leads { get; set; } = [];
    public string? LeadsWritten { get; set; }
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<SubActionSeed> SubActions { get; set; } = [];
    public List<CategoryNoteSeed> CategoryNotes { get; set; } = [];
    public List<DependsOnSeed> DependsOn { get; set; } = [];
    public List<MeasureSeed> Measures { get; set; } = [];
    public List<EntrySeed> Entries { get; set; } = [];
}

public sealed class LeadSeed
{
    public string Responsibility { get; set; } = string.Empty;
    public string Kind { get; set; } = "lead";
    public string? Written { get; set; }
}

public sealed class CategoryNoteSeed
{
    public string Category { get; set; } = "other";
    public string Text { get; set; } = string.Empty;
}

public sealed class DependsOnSeed
{
    public string Words { get; set; } = string.Empty;
    public string? Aim { get; set; }
    public string? Project { get; set; }
}

public sealed class SubActionSeed : SourcedSeed
{
    public string Category { get; set; } = "other";
    public string Text { get; set; } = string.Empty;
    public List<string> Owners { get; set; } = [];
    public string? OwnersWritten { get; set; }
    public string? Deadline { get; set; }

    /// <summary>Given where the document says that the step has begun.</summary>
    public string Status { get; set; } = "not-started";
}

public sealed class MeasureSeed : SourcedSeed
{
    public string Title { get; set; } = string.Empty;
    public string Kind { get; set; } = "outcome";
    public string? Definition { get; set; }
    public string? Unit { get; set; }
    public string? Why { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string Direction { get; set; } = "none";
    public string? Frequency { get; set; }
    public string? Deadline { get; set; }

    /// <summary>For a milestone, how the document says that it was delivered.</summary>
    public string? DoneText { get; set; }

    public string? ExternalReference { get; set; }
    public string? Lead { get; set; }
    public List<TargetSeed> Targets { get; set; } = [];
    public List<PointSeed> Points { get; set; } = [];

    /// <summary>Number of the project that a measure of its own file belongs to.</summary>
    public string? Project { get; set; }

    public string? DataSource { get; set; }
    public int? BaselinePoints { get; set; }
    public List<MarkSeed> Phases { get; set; } = [];
    public List<MarkSeed> Notes { get; set; } = [];
}

/// <summary>Series made up to show charts: never the partnership's figures.</summary>
public sealed class IllustrativeSeed
{
    public List<MeasureSeed> Measures { get; set; } = [];
}

public sealed class MarkSeed
{
    public string Date { get; set; } = string.Empty;
    public string Text { get; set; } = string.Empty;
}

public sealed class TargetSeed : SourcedSeed
{
    public decimal Value { get; set; }
    public string? Unit { get; set; }
    public string? ByText { get; set; }
}

public sealed class PointSeed : SourcedSeed
{
    public string? Label { get; set; }
    public string ValueText { get; set; } = string.Empty;
    public decimal? Value { get; set; }
    public string? ChangeText { get; set; }
    public string? DateText { get; set; }
    public string? Note { get; set; }
    public string? Date { get; set; }
    public decimal? Numerator { get; set; }
    public decimal? Denominator { get; set; }
    public string? Excluded { get; set; }
}

public sealed class EntrySeed : SourcedSeed
{
    public string? Agency { get; set; }
    public string? DateText { get; set; }
    public string Text { get; set; } = string.Empty;
}

public sealed class PeriodsSeed
{
    public List<PeriodSeed> Periods { get; set; } = [];
}

public sealed class PeriodSeed
{
    public string Title { get; set; } = string.Empty;
    public string From { get; set; } = string.Empty;
    public string To { get; set; } = string.Empty;
    public string OpensOn { get; set; } = string.Empty;
    public string DueOn { get; set; } = string.Empty;
    public string? MeetingOn { get; set; }
    public string State { get; set; } = "open";
}
