namespace InspectionPortal.Web.Commands.Seeding;

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
