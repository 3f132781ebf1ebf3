namespace InspectionPortal.Web.Commands.Seeding;

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
