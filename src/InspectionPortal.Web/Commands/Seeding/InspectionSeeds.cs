namespace InspectionPortal.Web.Commands.Seeding;

public sealed class InspectionsSeed
{
    public List<InspectionSeed> Inspections { get; set; } = [];
    public List<OwnPrioritySeed> OwnPriorities { get; set; } = [];
}

/// <summary>Where in the document a row stands, and what is doubtful about it.</summary>
public abstract class SourcedSeed
{
    public string? Source { get; set; }
    public bool Unclear { get; set; }
    public string? SourceNote { get; set; }
}

public sealed class InspectionSeed : SourcedSeed
{
    public string Key { get; set; } = string.Empty;
    public string Kind { get; set; } = "inspection";
    public string Title { get; set; } = string.Empty;
    public string? Framework { get; set; }
    public string? FieldworkText { get; set; }
    public string? FieldworkFrom { get; set; }
    public string? FieldworkTo { get; set; }
    public string? Published { get; set; }
    public string? PublishedText { get; set; }
    public string? Summary { get; set; }
    public string? OverallJudgement { get; set; }
    public List<InspectionBodySeed> Bodies { get; set; } = [];
    public List<NumberedSeed> Questions { get; set; } = [];
    public List<GradingSeed> Gradings { get; set; } = [];
    public List<NumberedSeed> Strengths { get; set; } = [];
    public List<RecommendationSeed> Recommendations { get; set; } = [];
    public List<ReviewSeed> Reviews { get; set; } = [];
}

public sealed class InspectionBodySeed
{
    public string Name { get; set; } = string.Empty;
    public bool Lead { get; set; }
}

public sealed class NumberedSeed : SourcedSeed
{
    public int Number { get; set; }
    public string Text { get; set; } = string.Empty;
}

public sealed class GradingSeed : SourcedSeed
{
    public string? Indicator { get; set; }
    public string Title { get; set; } = string.Empty;
    public string? Scale { get; set; }
    public string Grade { get; set; } = string.Empty;
    public List<GradingSeed> Gradings { get; set; } = [];
}

public sealed class RecommendationSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Kind { get; set; } = "recommendation";
    public string? Title { get; set; }
    public string Text { get; set; } = string.Empty;
    public string? Theme { get; set; }
    public bool Reworded { get; set; }
}

public sealed class OwnPrioritySeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string? Title { get; set; }
    public string Text { get; set; } = string.Empty;
    public string? Theme { get; set; }
    public string? InternalSource { get; set; }
}

public sealed class ReviewSeed : SourcedSeed
{
    public string Title { get; set; } = string.Empty;
    public string? FieldworkText { get; set; }
    public string? FieldworkFrom { get; set; }
    public string? FieldworkTo { get; set; }
    public string? Published { get; set; }
    public string? PublishedText { get; set; }
    public List<InspectionBodySeed> Bodies { get; set; } = [];
    public string? Method { get; set; }
    public List<SampleSeed> Samples { get; set; } = [];
    public List<string> Met { get; set; } = [];
    public string? NotMet { get; set; }
    public string? Approach { get; set; }
    public List<string> Strengths { get; set; } = [];
    public List<FindingSeed> Findings { get; set; } = [];
    public string? Conclusion { get; set; }
    public string? Next { get; set; }
    public string? NextBy { get; set; }
}

public sealed class SampleSeed
{
    public int Count { get; set; }
    public string What { get; set; } = string.Empty;
}

public sealed class FindingSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Text { get; set; } = string.Empty;
    public string? Judgement { get; set; }
}
