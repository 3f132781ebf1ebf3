using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Makes what a plan answers (inspections, their reviews, own priorities) from seed files.</summary>
internal sealed class InspectionSeeder(PortalDbContext database)
{
    private readonly Dictionary<string, Recommendation> _recommendations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Inspection> _inspections = new(StringComparer.Ordinal);

    public Inspection Inspection(string key) =>
        _inspections.GetValueOrDefault(key) ?? throw new SeedException($"There is no inspection '{key}'.");

    public Recommendation Recommendation(string number) =>
        _recommendations.GetValueOrDefault(number) ?? throw new SeedException($"There is no recommendation '{number}'.");

    public void Add(InspectionsSeed seed)
    {
        foreach (var row in seed.Inspections)
        {
            var inspection = NewInspection(row);
            foreach (var recommendation in row.Recommendations)
            {
                inspection.Recommendations.Add(Remember(NewRecommendation(recommendation, inspection.Recommendations.Count)));
            }

            inspection.Reviews.AddRange(row.Reviews.Select(NewReview));
            _inspections[row.Key] = inspection;
            database.Add(inspection);
        }

        database.AddRange(seed.OwnPriorities.Select((row, position) => Remember(NewPriority(row, position))));
    }

    private Recommendation Remember(Recommendation recommendation) =>
        _recommendations.TryAdd(recommendation.Number, recommendation)
            ? recommendation
            : throw new SeedException($"Two recommendations have the number '{recommendation.Number}'.");

    private static Inspection NewInspection(InspectionSeed row)
    {
        var inspection = new Inspection
        {
            Kind = SeedText.Choice<InspectionKind>(row.Kind),
            Title = row.Title.Trim(),
            Framework = row.Framework,
            FieldworkText = row.FieldworkText,
            FieldworkFrom = SeedText.DateOrNull(row.FieldworkFrom),
            FieldworkTo = SeedText.DateOrNull(row.FieldworkTo),
            Published = SeedText.DateOrNull(row.Published),
            PublishedText = row.PublishedText,
            Summary = row.Summary?.Trim(),
            OverallJudgement = row.OverallJudgement,
            Source = SeedText.Source(row),
        };
        inspection.Bodies.AddRange(row.Bodies.Select((b, i) => new InspectionBody { Name = b.Name, IsLead = b.Lead, Position = i }));
        inspection.Questions.AddRange(row.Questions.Select(q => new InspectionQuestion { Number = q.Number, Text = q.Text.Trim() }));
        inspection.Strengths.AddRange(row.Strengths.Select(s => new KeyStrength { Number = s.Number, Text = s.Text.Trim() }));
        AddGradings(inspection, null, row.Gradings);
        return inspection;
    }

    private static void AddGradings(Inspection inspection, Grading? parent, List<GradingSeed> rows)
    {
        foreach (var row in rows)
        {
            var grading = new Grading
            {
                Parent = parent,
                Indicator = row.Indicator,
                Title = row.Title.Trim(),
                Scale = row.Scale,
                Grade = row.Grade,
                Position = inspection.Gradings.Count,
            };
            inspection.Gradings.Add(grading);
            AddGradings(inspection, grading, row.Gradings);
        }
    }

    private static Recommendation NewRecommendation(RecommendationSeed row, int position) => new()
    {
        Number = row.Number,
        Position = position,
        Kind = SeedText.Choice<RecommendationKind>(row.Kind),
        Title = row.Title?.Trim(),
        Text = row.Text.Trim(),
        Theme = row.Theme,
        IsReworded = row.Reworded,
        Source = SeedText.Source(row),
    };

    private static Recommendation NewPriority(OwnPrioritySeed row, int position) => new()
    {
        Number = row.Number,
        Position = position,
        Kind = RecommendationKind.OwnPriority,
        Title = row.Title?.Trim(),
        Text = row.Text.Trim(),
        Theme = row.Theme,
        InternalSource = row.InternalSource,
        Source = SeedText.Source(row),
    };

    private ProgressReview NewReview(ReviewSeed row, int position)
    {
        var review = new ProgressReview
        {
            Position = position,
            Title = row.Title.Trim(),
            FieldworkText = row.FieldworkText,
            FieldworkFrom = SeedText.DateOrNull(row.FieldworkFrom),
            FieldworkTo = SeedText.DateOrNull(row.FieldworkTo),
            Published = SeedText.DateOrNull(row.Published),
            PublishedText = row.PublishedText,
            Method = row.Method?.Trim(),
            Samples = [.. row.Samples.Select(s => $"{s.Count} {s.What.Trim()}")],
            Met = [.. row.Met.Select(SeedText.Trim)],
            NotMet = row.NotMet?.Trim(),
            Approach = row.Approach?.Trim(),
            Strengths = [.. row.Strengths.Select(SeedText.Trim)],
            Conclusion = row.Conclusion?.Trim(),
            Next = row.Next?.Trim(),
            NextBy = DeadlineParser.Parse(row.NextBy),
            Source = SeedText.Source(row),
        };
        review.Bodies.AddRange(row.Bodies.Select((b, i) => new ReviewBody { Name = b.Name, IsLead = b.Lead, Position = i }));
        review.Findings.AddRange(row.Findings.Select((f, i) => new ReviewFinding
        {
            Recommendation = Recommendation(f.Number),
            Text = f.Text.Trim(),
            Judgement = f.Judgement,
            Position = i,
        }));
        return review;
    }
}
