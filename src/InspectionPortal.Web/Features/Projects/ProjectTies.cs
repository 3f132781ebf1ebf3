using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.Measures.Signals;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What a project is tied to: recommendations it answers, items it waits for, items that wait for it, and what stands in place of steps.</summary>
public sealed record ProjectTies(
    IReadOnlyList<ProjectAnswer> Answers, IReadOnlyList<ProjectDependency> DependsOn, IReadOnlyList<ProjectDependency> NeededBy,
    IReadOnlyList<ProjectNote> Notes)
{
    /// <summary>The ramp of tests of change, in its order.</summary>
    public IReadOnlyList<ProjectTest> Tests { get; init; } = [];

    /// <summary>What the partnership lead answered to signals and disagreements, the newest first.</summary>
    public IReadOnlyList<SignalReply> Replies { get; init; } = [];

    /// <summary>What shows that claims about the project are true, the newest first.</summary>
    public IReadOnlyList<ProjectEvidence> Evidence { get; init; } = [];

    /// <summary>What the plan says of a category in place of steps.</summary>
    public string? NoteOf(SubActionCategory category) => Notes.FirstOrDefault(n => n.Category == category)?.Text;
}

/// <summary>A recommendation that the project answers, by itself or through what it belongs to.</summary>
public sealed record ProjectAnswer(Guid RecommendationId, string Number, string Text, LinkBasis Basis, string? Why, string? Through);

/// <summary>One project waiting for another item, in the plan's words.</summary>
/// <param name="Words">As the plan says it.</param>
/// <param name="Address">Of the other item, from "~/"; null where it is not clear which it is.</param>
/// <param name="Item">Number and title of the other item.</param>
public sealed record ProjectDependency(string Words, string? Address, string? Item);

public sealed record ProjectNote(SubActionCategory Category, string Text);

/// <summary>Reads the ties of a project in one command. Every text is joined to an empty one, so that the sets have one type.</summary>
internal sealed class ProjectTiesReader(PortalDbContext database)
{
    private const string Nothing = "";
    private const string Part = "\u001f";
    private const char Parting = '\u001f';

    private enum Tie
    {
        Answer,
        DependsOn,
        NeededBy,
        Note,
        Test,
        Reply,
        Evidence,
    }

    public async Task<ProjectTies> ReadAsync(ProjectHead head, CancellationToken cancellationToken)
    {
        var rows = await Answers(head).Concat(Dependencies(head)).Concat(NeededBy(head)).Concat(Notes(head)).Concat(Tests(head)).Concat(Replies(head))
            .Concat(Evidence(head)).ToListAsync(cancellationToken);
        var byTie = rows.OrderBy(r => r.Position).ThenBy(r => r.Rank).ToLookup(r => (Tie)r.Tie);
        return new ProjectTies(
            [.. byTie[Tie.Answer].Select(Answer).DistinctBy(a => a.RecommendationId)],
            [.. byTie[Tie.DependsOn].Select(Dependency)], [.. byTie[Tie.NeededBy].Select(Dependency)],
            [.. byTie[Tie.Note].Select(r => new ProjectNote(Enum.Parse<SubActionCategory>(r.Code), r.Words))])
        {
            Tests = [.. byTie[Tie.Test].Select(Test)],
            Replies = [.. byTie[Tie.Reply].OrderByDescending(r => r.At).Select(r => new SignalReply(r.Item, Enum.Parse<SignalAnswerKind>(r.Code), r.More, r.Words, r.At!.Value))],
            Evidence = [.. byTie[Tie.Evidence].OrderByDescending(r => r.At)
                .Select(r => new ProjectEvidence(r.Item!.Value, r.Words, Enum.Parse<KindOfKnowing>(r.Code), r.Rank == 1, r.At!.Value))],
        };
    }

    private static ProjectAnswer Answer(TieRow row) => new(
        row.Item!.Value, row.Number, row.Words, Enum.Parse<LinkBasis>(row.Code), row.More.Length == 0 ? null : row.More,
        row.Rank switch
        {
            0 => null,
            1 => "its driver",
            2 => "its aim",
            _ => "a measure",
        });

    private static ProjectDependency Dependency(TieRow row) => new(
        row.Words,
        row.Item is not { } id ? null : row.Rank == 1 ? $"~/plan?aim={Uri.EscapeDataString(row.Number)}" : $"~/projects/{id}",
        row.Item is null ? null : $"{row.Number} {row.More}");

    private IQueryable<TieRow> Answers(ProjectHead head) => database.RecommendationLinks.AsNoTracking()
        .Where(l => l.ProjectId == head.Id || l.Measure!.ProjectId == head.Id
            || (l.AimId == head.AimId && !l.Recommendation!.Links.Any(nearer => nearer.AimId == null))
            || (l.DriverId != null && database.Projects.Any(p => p.Id == head.Id && (p.DriverId == l.DriverId || p.Driver!.ParentId == l.DriverId))))
        .Select(l => new TieRow
        {
            Tie = (int)Tie.Answer,
            Position = l.Recommendation!.Position,
            Rank = l.ProjectId != null ? 0 : l.DriverId != null ? 1 : l.AimId != null ? 2 : 3,
            Item = l.RecommendationId,
            Number = l.Recommendation.Number + Nothing,
            Words = l.Recommendation.Text + Nothing,
            More = l.Why + Nothing,
            Code = l.Basis.ToString() + Nothing,
            At = null,
            From = null,
            Until = null,
            Other = null,
        });

    private IQueryable<TieRow> Dependencies(ProjectHead head) => database.DependsOn.AsNoTracking().Where(d => d.ProjectId == head.Id)
        .Select(d => new TieRow
        {
            Tie = (int)Tie.DependsOn,
            Position = d.Position,
            Rank = d.OnAimId != null ? 1 : 0,
            Item = d.OnProjectId ?? d.OnAimId,
            Number = (d.OnProject!.Number ?? d.OnAim!.Number) + Nothing,
            Words = d.Words + Nothing,
            More = (d.OnProject.Title ?? d.OnAim!.Statement) + Nothing,
            Code = Nothing,
            At = null,
            From = null,
            Until = null,
            Other = null,
        });

    private IQueryable<TieRow> NeededBy(ProjectHead head) => database.DependsOn.AsNoTracking()
        .Where(d => d.OnProjectId == head.Id || (d.OnAimId == head.AimId && d.ProjectId != head.Id))
        .Select(d => new TieRow
        {
            Tie = (int)Tie.NeededBy,
            Position = d.Project!.Position,
            Rank = 0,
            Item = d.ProjectId,
            Number = d.Project.Number + Nothing,
            Words = d.Words + Nothing,
            More = d.Project.Title + Nothing,
            Code = Nothing,
            At = null,
            From = null,
            Until = null,
            Other = null,
        });

    private IQueryable<TieRow> Notes(ProjectHead head) => database.CategoryNotes.AsNoTracking().Where(n => n.ProjectId == head.Id)
        .Select(n => new TieRow
        {
            Tie = (int)Tie.Note,
            Position = 0,
            Rank = 0,
            Item = n.Id,
            Number = Nothing,
            Words = n.Text + Nothing,
            More = Nothing,
            Code = n.Category.ToString() + Nothing,
            At = null,
            From = null,
            Until = null,
            Other = null,
        });

    private static ProjectTest Test(TieRow row)
    {
        var texts = row.More.Split(Parting);
        return new ProjectTest(row.Item!.Value, row.Position, row.Words, texts, Enum.TryParse<TestDecision>(row.Code, out var decision) ? decision : null, row.From, row.Until, row.Other, row.Number);
    }

    private IQueryable<TieRow> Tests(ProjectHead head) => database.TestsOfChange.AsNoTracking().Where(t => t.ProjectId == head.Id)
        .Select(t => new TieRow
        {
            Tie = (int)Tie.Test,
            Position = t.Position,
            Rank = 0,
            Item = t.Id,
            Number = t.Measure!.Title + Nothing,
            Words = t.Title + Nothing,
            More = (t.Question ?? "") + Part + (t.Prediction ?? "") + Part + (t.Plan ?? "") + Part + (t.Done ?? "") + Part + (t.Learnt ?? ""),
            Code = t.Decision == null ? "" : t.Decision.Value.ToString(),
            At = null,
            From = t.From,
            Until = t.Until,
            Other = t.MeasureId,
        });

    /// <summary>About the project, and about the measures that are its own or that it looks at.</summary>
    private IQueryable<TieRow> Replies(ProjectHead head) => database.SignalAnswers.AsNoTracking()
        .Where(a => a.ProjectId == head.Id || (!a.Measure!.IsIllustrative && (a.Measure.ProjectId == head.Id || a.Measure.Uses.Any(u => u.ProjectId == head.Id))))
        .Select(a => new TieRow
        {
            Tie = (int)Tie.Reply,
            Position = 0,
            Rank = 0,
            Item = a.MeasureId,
            Number = Nothing,
            Words = a.Text + Nothing,
            More = a.About + Nothing,
            Code = a.Kind.ToString() + Nothing,
            At = a.At,
            From = null,
            Until = null,
            Other = null,
        });

    private IQueryable<TieRow> Evidence(ProjectHead head) => database.EvidenceItems.AsNoTracking()
        .Where(i => i.Links.Any(l => l.ProjectId == head.Id || l.Measure!.ProjectId == head.Id || l.SubAction!.ProjectId == head.Id || l.Update!.ProjectId == head.Id))
        .Select(i => new TieRow
        {
            Tie = (int)Tie.Evidence,
            Position = 0,
            Rank = i.Versions.Any(v => v.ReleasedAt != null) ? 1 : 0,
            Item = i.Id,
            Number = Nothing,
            Words = i.Title + Nothing,
            More = Nothing,
            Code = i.Kind.ToString() + Nothing,
            At = i.AddedAt,
            From = null,
            Until = null,
            Other = null,
        });

    private sealed class TieRow
    {
        public int Tie { get; init; }
        public int Position { get; init; }
        public int Rank { get; init; }
        public Guid? Item { get; init; }
        public required string Number { get; init; }
        public required string Words { get; init; }
        public required string More { get; init; }
        public required string Code { get; init; }
        public DateTimeOffset? At { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? Until { get; init; }
        public Guid? Other { get; init; }
    }
}
