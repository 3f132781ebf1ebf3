using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Makes a plan and its periods from seed files, for the partnership of the current unit of work.</summary>
internal sealed class PlanSeeder(
    PortalDbContext database, InspectionSeeder inspections, IReadOnlyDictionary<string, LeadResponsibility> responsibilities,
    IReadOnlyDictionary<string, Agency> agencies)
{
    private readonly Dictionary<string, StretchAim> _aims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImprovementProject> _projects = new(StringComparer.Ordinal);
    private readonly List<(ImprovementProject Project, DependsOnSeed Row, int Position)> _dependencies = [];

    public Plan AddPlan(PlanSeed seed)
    {
        var plan = new Plan
        {
            Title = seed.Title.Trim(),
            PeriodText = seed.PeriodText,
            PeriodFrom = SeedText.DateOrNull(seed.PeriodFrom),
            PeriodTo = SeedText.DateOrNull(seed.PeriodTo),
            OwnerGroup = seed.OwnerGroup,
        };
        // A published document is a plan that is being worked on.
        plan.Become(PlanState.Active, DateOnly.MinValue);
        plan.Sections.AddRange(seed.Sections.Select((s, i) => new PlanSection { Heading = s.Heading, Body = s.Body.Trim(), Position = i }));
        plan.ExternalPlans.AddRange(seed.ExternalPlans.Select((e, i) => new ExternalPlan { Title = e.Title, Note = e.Note?.Trim(), Position = i }));
        plan.Inspections.AddRange(seed.Answers.Select(key => new PlanInspection { Inspection = inspections.Inspection(key) }));
        database.Add(plan);
        foreach (var (row, position) in seed.Aims.Select((a, i) => (a, i)))
        {
            AddAim(plan, row, position);
        }

        foreach (var (project, row, position) in _dependencies)
        {
            project.Dependencies.Add(new DependsOn
            {
                Words = row.Words.Trim(),
                Position = position,
                OnAim = row.Aim is null ? null : Known(_aims, row.Aim, "aim"),
                OnProject = row.Project is null ? null : Known(_projects, row.Project, "project"),
            });
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
                From = SeedText.Date(row.From),
                To = SeedText.Date(row.To),
                OpensOn = SeedText.Date(row.OpensOn),
                DueOn = SeedText.Date(row.DueOn),
                MeetingOn = SeedText.DateOrNull(row.MeetingOn),
            });
        }
    }

    /// <summary>Series that only show what charts can say, after the measures of their projects.</summary>
    public void AddIllustrative(Plan plan, IllustrativeSeed seed)
    {
        foreach (var row in seed.Measures)
        {
            var project = Known(_projects, row.Project ?? throw new SeedException($"'{row.Title}' names no project."), "project");
            var measure = NewMeasure(plan, row, project.Measures.Count);
            measure.IsIllustrative = true;
            project.Measures.Add(measure);
            database.Add(measure);
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
            KeyOutcomes = [.. row.KeyOutcomes.Select(SeedText.Trim)],
            ByDateText = row.ByDateText,
            Population = row.Population,
            Threshold = row.Threshold,
            MirrorsQuestion = row.MirrorsQuestion,
            Source = SeedText.Source(row),
        };
        plan.Aims.Add(aim);
        _aims[row.Number] = aim;
        AddLinks(row.Recommendations, link => link.Aim = aim);
        AddMeasures(plan, row.Measures, measure => measure.Aim = aim);
        AddProjects(plan, aim, null, row.Projects);
        AddDrivers(plan, aim, null, row.Drivers);
    }

    private void AddDrivers(Plan plan, StretchAim aim, KeyDriver? parent, List<DriverSeed> rows)
    {
        foreach (var row in rows)
        {
            var driver = new KeyDriver { Text = row.Text.Trim(), Parent = parent, Position = aim.Drivers.Count, Source = SeedText.Source(row) };
            aim.Drivers.Add(driver);
            AddLinks(row.Recommendations, link => link.Driver = driver);
            AddMeasures(plan, row.Measures, measure => measure.Driver = driver);
            AddProjects(plan, aim, driver, row.Projects);
            AddDrivers(plan, aim, driver, row.Drivers);
        }
    }

    private void AddProjects(Plan plan, StretchAim aim, KeyDriver? driver, List<ProjectSeed> rows)
    {
        foreach (var row in rows)
        {
            var project = NewProject(aim, driver, row);
            aim.Projects.Add(project);
            _projects[row.Number] = project;
            _dependencies.AddRange(row.DependsOn.Select((d, i) => (project, d, i)));
            AddLinks(row.Recommendations, link => link.Project = project);
            AddMeasures(plan, row.Measures, measure => measure.Project = project);
        }
    }

    private ImprovementProject NewProject(StretchAim aim, KeyDriver? driver, ProjectSeed row)
    {
        var project = new ImprovementProject
        {
            Driver = driver,
            Position = aim.Projects.Count,
            Number = row.Number,
            Title = row.Title.Trim(),
            AimText = row.AimText?.Trim(),
            Difference = row.Difference?.Trim(),
            Success = row.Success?.Trim(),
            Impact = row.Impact?.Trim(),
            EvidenceText = row.Evidence?.Trim(),
            LeadsText = row.LeadsWritten?.Trim(),
            IsChangeIdea = row.ChangeIdea,
            ExternalReference = row.ExternalReference,
            Deadline = DeadlineParser.Parse(row.Deadline),
            NoActionNeededReason = row.NoActionNeeded?.Trim(),
            Source = SeedText.Source(row),
        };

        // A document that tells of progress, or of changes that are being tested, tells of work that has begun; it says no more of its
        // status than that.
        var hasBegun = row.Entries.Count > 0 || row.ChangeIdea;
        project.Status = hasBegun && row.NoActionNeeded is null ? ProjectStatus.InProgress : ProjectStatus.NotStarted;
        project.Leads.AddRange(row.Leads.Select((l, i) => new ProjectLead
        {
            LeadResponsibility = Known(responsibilities, l.Responsibility, "responsibility"),
            Kind = SeedText.Choice<LeadKind>(l.Kind),
            Position = i,
        }));
        project.SubActions.AddRange(row.SubActions.Select(NewSubAction));
        project.CategoryNotes.AddRange(row.CategoryNotes.Select(n => new CategoryNote
        {
            Category = SeedText.Choice<SubActionCategory>(n.Category),
            Text = n.Text.Trim(),
        }));
        project.Entries.AddRange(row.Entries.Select((e, i) => new UpdateEntry
        {
            Agency = e.Agency is null ? null : Known(agencies, e.Agency, "agency"),
            DateText = e.DateText,
            Text = e.Text.Trim(),
            BeforePortal = true,
            Position = i,
            Source = SeedText.Source(e),
        }));
        return project;
    }

    private SubAction NewSubAction(SubActionSeed row, int position)
    {
        var step = new SubAction
        {
            Category = SeedText.Choice<SubActionCategory>(row.Category),
            Text = row.Text.Trim(),
            Status = SeedText.Choice<ProjectStatus>(row.Status),
            OwnersText = row.OwnersWritten?.Trim(),
            Deadline = DeadlineParser.Parse(row.Deadline),
            Position = position,
            Source = SeedText.Source(row),
        };
        step.Owners.AddRange(row.Owners.Select(o => new SubActionOwner { LeadResponsibility = Known(responsibilities, o, "responsibility") }));
        return step;
    }

    private void AddMeasures(Plan plan, List<MeasureSeed> rows, Action<Measure> hang)
    {
        foreach (var (row, position) in rows.Select((m, i) => (m, i)))
        {
            var measure = NewMeasure(plan, row, position);
            hang(measure);
            database.Add(measure);
        }
    }

    private Measure NewMeasure(Plan plan, MeasureSeed row, int position)
    {
        var measure = new Measure
        {
            Plan = plan,
            Position = position,
            Title = row.Title.Trim(),
            Kind = SeedText.Choice<MeasureKind>(row.Kind),
            Why = row.Why?.Trim(),
            Definition = row.Definition?.Trim(),
            Numerator = row.Numerator,
            Denominator = row.Denominator,
            DataSource = row.DataSource,
            BaselinePoints = row.BaselinePoints,
            Unit = row.Unit,
            Direction = SeedText.Choice<MeasureDirection>(row.Direction),
            Frequency = row.Frequency,
            ExternalReference = row.ExternalReference,
            Deadline = DeadlineParser.Parse(row.Deadline),
            DoneText = row.DoneText?.Trim(),
            LeadResponsibility = row.Lead is null ? null : Known(responsibilities, row.Lead, "responsibility"),
            Source = SeedText.Source(row),
        };
        measure.Targets.AddRange(row.Targets.Select(t => new MeasureTarget { Value = t.Value, By = DeadlineParser.Parse(t.ByText) }));
        measure.Points.AddRange(row.Points.Select((p, i) => new DataPoint
        {
            ValueText = p.ValueText,
            Value = p.Value,
            ChangeText = p.ChangeText,
            DateText = p.DateText,
            Date = SeedText.DateOrNull(p.Date),
            Numerator = p.Numerator,
            Denominator = p.Denominator,
            IsExcluded = p.Excluded is not null,
            ExcludedReason = p.Excluded?.Trim(),
            Note = p.Note?.Trim(),
            Position = i,
            Source = SeedText.Source(p),
        }));
        measure.Phases.AddRange(row.Phases.Select(p => new MeasurePhase { StartsOn = SeedText.Date(p.Date), Reason = p.Text.Trim() }));
        measure.Annotations.AddRange(row.Notes.Select(n => new MeasureAnnotation { Date = SeedText.Date(n.Date), Text = n.Text.Trim() }));
        return measure;
    }

    private void AddLinks(IEnumerable<LinkSeed> rows, Action<RecommendationLink> point)
    {
        foreach (var row in rows)
        {
            var link = new RecommendationLink
            {
                Recommendation = inspections.Recommendation(row.Number),
                Basis = SeedText.Choice<LinkBasis>(row.Basis),
                Why = row.Why?.Trim(),
            };
            point(link);
            database.Add(link);
        }
    }

    private static T Known<T>(IReadOnlyDictionary<string, T> all, string key, string what) =>
        all.TryGetValue(key, out var found) ? found : throw new SeedException($"There is no {what} '{key}'.");
}
