using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>A test of change, as stored.</summary>
internal sealed class ProjectTestOfChangeRow
{
    public Guid Id { get; init; }
    public int Position { get; init; }
    public required string Title { get; init; }
    public string? Question { get; init; }
    public string? Prediction { get; init; }
    public string? Plan { get; init; }
    public string? Done { get; init; }
    public string? Learnt { get; init; }
    public TestDecision? Decision { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public Guid? MeasureId { get; init; }
    public string? MeasureTitle { get; init; }

    public ProjectTestOfChange ToTest() => new(
        Id, Position, Title, [Question ?? "", Prediction ?? "", Plan ?? "", Done ?? "", Learnt ?? ""],
        Decision, From, Until, MeasureId, MeasureTitle ?? "");
}
