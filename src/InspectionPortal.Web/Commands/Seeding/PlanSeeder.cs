using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Updates;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Makes a plan, its inspections and its periods from seed files, for the partnership of the current unit of work.</summary>
internal sealed class PlanSeeder(
    PortalDbContext database, IReadOnlyDictionary<string, LeadResponsibility> responsibilities, IReadOnlyDictionary<string, Agency> agencies)
{
    private readonly Dictionary<string, Recommendation> _recommendations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Inspection> _inspections = new(StringComparer.Ordinal);

    public void AddInspections(InspectionsSeed seed)
    {
        foreach (var row in seed.Inspections)
        {
            var inspection = new Inspection
            {
                Title = row.Title,
                Framework = row.Framework,
                FieldworkText = row.FieldworkText,
                FieldworkFrom = SeedWords.DateOrNull(row.FieldworkFrom),
                FieldworkTo = SeedWords.DateOrNull(row.FieldworkTo),
                Published = SeedWords.DateOrNull(row.Published),
                Summary = row.Summary?.Trim(),
                OverallJudgement = row.OverallJudgement,
                Source = SeedWords.Source(row),
            };
            inspection.Bodies.AddRange(row.Bodies.Select((b, i) => new InspectionBody { Name = b.Name, IsLead = b.Lead, Position = i }));
            inspection.Questions.AddRange(row.Questions.Select(q => new InspectionQuestion { Number = q.Number, Text = q.Text.Trim() }));
            inspection.Gradings.AddRange(row.Gradings.Select((g, i) => new Grading
            {
                Indicator = g.Indicator,
                Title = g.Title.Trim(),
                Scale = g.Scale,
                Grade = g.Grade,
                Position = i,
            }));
            inspection.Strengths.AddRange(row.Strengths.Select(s => new KeyStrength { Number = s.Number, Text = s.Text.Trim() }));
            foreach (var (recommendation, position) in row.Recommendations.Select((r, i) => (r, i)))
            {
                var entity = new Recommendation
                {
                    Number = recommendation.Number,
                    Position = position,
                    Kind = SeedWords.Choice<RecommendationKind>(recommendation.Kind),
                    Text = recommendation.Text.Trim(),
                    Theme = recommendation.Theme,
                    IsReworded = recommendation.Reworded,
                    Source = SeedWords.Source(recommendation),
                };
                inspection.Recommendations.Add(entity);
                _recommendations[recommendation.Number] = entity;
            }

            _inspections[row.Key] = inspection;
            database.Add(inspection);
        }
    }

    public Plan AddPlan(PlanSeed seed)
    {
        var plan = new Plan
        {
            Title = seed.Title.Trim(),
            PeriodText = seed.PeriodText,
            PeriodFrom = SeedWords.DateOrNull(seed.PeriodFrom),
            PeriodTo = SeedWords.DateOrNull(seed.PeriodTo),
            OwnerGroup = seed.OwnerGroup,
        };
        plan.Sections.AddRange(seed.Sections.Select((s, i) => new PlanSection { Heading = s.Heading, Body = s.Body.Trim(), Position = i }));
        plan.ExternalPlans.AddRange(seed.ExternalPlans.Select((e, i) => new ExternalPlan { Title = e.Title, Note = e.Note?.Trim(), Position = i }));
        plan.Inspections.AddRange(seed.Answers.Select(key => new PlanInspection { Inspection = Known(_inspections, key, "inspection") }));
        database.Add(plan);
        foreach (var (row, position) in seed.Aims.Select((a, i) => (a, i)))
        {
            AddAim(plan, row, position);
        }

        return plan;
    }

    public void AddPeriods(Plan plan, PeriodsSeed seed)
    {
        foreach (var row in seed.Periods)
        {
            database.Add(new ReportingPeriod
            {
                Plan = plan,
                Title = row.Title,
                From = SeedWords.Date(row.From),
                To = SeedWords.Date(row.To),
                OpensOn = SeedWords.Date(row.OpensOn),
                DueOn = SeedWords.Date(row.DueOn),
                MeetingOn = SeedWords.DateOrNull(row.MeetingOn),
            });
        }
    }

    private void AddAim(Plan plan, AimSeed row, int position)
    {
        var aim = new StretchAim
        {
            Number = row.Number,
            Position = position,
            Statement = row.Statement.Trim(),
            Vision = row.Vision?.Trim(),
            MirrorsQuestion = row.MirrorsQuestion,
            Source = SeedWords.Source(row),
        };
        plan.Aims.Add(aim);
        AddLinks(row.Recommendations, link => link.Aim = aim);
        var projectPosition = 0;
        foreach (var (driverRow, driverPosition) in row.Drivers.Select((d, i) => (d, i)))
        {
            var driver = new KeyDriver { Text = driverRow.Text.Trim(), Position = driverPosition, Source = SeedWords.Source(driverRow) };
            aim.Drivers.Add(driver);
            AddLinks(driverRow.Recommendations, link => link.Driver = driver);
            foreach (var projectRow in driverRow.Projects)
            {
                AddProject(plan, aim, driver, projectRow, projectPosition++);
            }
        }
    }

    private void AddProject(Plan plan, StretchAim aim, KeyDriver driver, ProjectSeed row, int position)
    {
        var project = new ImprovementProject
        {
            Aim = aim,
            Driver = driver,
            Position = position,
            Number = row.Number,
            Title = row.Title.Trim(),
            AimText = row.AimText?.Trim(),
            ExternalReference = row.ExternalReference,
            Deadline = DeadlineParser.Parse(row.Deadline),
            NoActionNeededReason = row.NoActionNeeded?.Trim(),
            Source = SeedWords.Source(row),
        };
        project.Leads.AddRange(row.Leads.Select((l, i) => new ProjectLead
        {
            LeadResponsibility = Known(responsibilities, l.Responsibility, "responsibility"),
            Kind = SeedWords.Choice<LeadKind>(l.Kind),
            Position = i,
        }));
        project.SubActions.AddRange(row.SubActions.Select((s, i) => new SubAction
        {
            Text = s.Text.Trim(),
            Deadline = DeadlineParser.Parse(s.Deadline),
            Position = i,
            Source = SeedWords.Source(s),
        }));
        project.Entries.AddRange(row.Entries.Select((e, i) => new UpdateEntry
        {
            Agency = e.Agency is null ? null : Known(agencies, e.Agency, "agency"),
            DateText = e.DateText,
            Text = e.Text.Trim(),
            BeforePortal = true,
            Position = i,
            Source = SeedWords.Source(e),
        }));
        AddLinks(row.Recommendations, link => link.Project = project);
        foreach (var (measure, i) in row.Measures.Select((m, i) => (m, i)))
        {
            AddMeasure(plan, project, measure, i);
        }

        database.Add(project);
    }

    private void AddMeasure(Plan plan, ImprovementProject project, MeasureSeed row, int position)
    {
        var measure = new Measure
        {
            Plan = plan,
            Position = position,
            Title = row.Title.Trim(),
            Kind = SeedWords.Choice<MeasureKind>(row.Kind),
            Definition = row.Definition?.Trim(),
            Unit = row.Unit,
            Direction = SeedWords.Choice<MeasureDirection>(row.Direction),
            Frequency = row.Frequency,
            ExternalReference = row.ExternalReference,
            Deadline = DeadlineParser.Parse(row.Deadline),
            LeadResponsibility = row.Lead is null ? null : Known(responsibilities, row.Lead, "responsibility"),
            Source = SeedWords.Source(row),
        };
        measure.Targets.AddRange(row.Targets.Select(t => new MeasureTarget { Value = t.Value, By = DeadlineParser.Parse(t.ByText) }));
        measure.Points.AddRange(row.Points.Select((p, i) => new MeasurePoint
        {
            ValueText = p.ValueText,
            Value = p.Value,
            ChangeText = p.ChangeText,
            DateText = p.DateText,
            Note = p.Note?.Trim(),
            Position = i,
            Source = SeedWords.Source(p),
        }));
        project.Measures.Add(measure);
    }

    private void AddLinks(IEnumerable<LinkSeed> rows, Action<RecommendationLink> point)
    {
        foreach (var row in rows)
        {
            var link = new RecommendationLink
            {
                Recommendation = Known(_recommendations, row.Number, "recommendation"),
                Basis = SeedWords.Choice<LinkBasis>(row.Basis),
                Why = row.Why?.Trim(),
            };
            point(link);
            database.Add(link);
        }
    }

    private static T Known<T>(IReadOnlyDictionary<string, T> all, string key, string what) =>
        all.TryGetValue(key, out var found) ? found : throw new SeedException($"There is no {what} '{key}'.");
}
