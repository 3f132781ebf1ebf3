using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Reads the folders of <c>tenants-seed</c>: one folder a partnership, one file a concern.</summary>
public sealed class SeedFiles(string folder)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>Folders that hold a partnership, in the order of their names.</summary>
    public IReadOnlyList<string> Tenants => [.. Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public PlatformSeed Platform() => Read<PlatformSeed>("platform.yaml") ?? new PlatformSeed();

    /// <summary>What one file of one partnership says; null where it has no such file.</summary>
    /// <exception cref="SeedException">The file cannot be read as what it should be.</exception>
    public T? Read<T>(string tenant, string file)
        where T : class => Read<T>(Path.Combine(tenant, file));

    private T? Read<T>(string path)
        where T : class
    {
        var full = Path.Combine(folder, path);
        if (!File.Exists(full))
        {
            return null;
        }

        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(full));
        }
        catch (YamlDotNet.Core.YamlException exception)
        {
            throw new SeedException($"{path}, line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}");
        }
    }
}

/// <summary>A seed file is wrong; the message is one line that says where.</summary>
public sealed class SeedException(string message) : Exception(message);

public sealed class PlatformSeed
{
    public List<BodySeed> ScrutinyBodies { get; set; } = [];
    public AccountSeed? Administrator { get; set; }
}

public sealed class BodySeed
{
    public string Name { get; set; } = string.Empty;
    public string ShortName { get; set; } = string.Empty;
    public List<AccountSeed> Officers { get; set; } = [];
}

public sealed class AccountSeed
{
    public string Email { get; set; } = string.Empty;
    public string DisplayName { get; set; } = string.Empty;
    public List<string> Roles { get; set; } = [];
    public string? Capacity { get; set; }
    public List<string> Holds { get; set; } = [];
}

public sealed class PartnershipSeed
{
    public string Slug { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "partnership";
    public string? AsAt { get; set; }
    public string TimeZone { get; set; } = "Europe/London";
    public int Quorum { get; set; } = 1;
    public Dictionary<string, string> Vocabulary { get; set; } = [];
    public List<RatingSeed> RagKey { get; set; } = [];
    public string? Demonstration { get; set; }
}

public sealed class RatingSeed
{
    public string Code { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Meaning { get; set; } = string.Empty;
    public string Colour { get; set; } = string.Empty;
    public string Shape { get; set; } = string.Empty;
    public int Order { get; set; }
}

public sealed class PeopleSeed
{
    public List<AgencySeed> Agencies { get; set; } = [];
    public List<ResponsibilitySeed> Responsibilities { get; set; } = [];
    public List<AccountSeed> Accounts { get; set; } = [];
    public List<GrantSeed> Grants { get; set; } = [];
}

public sealed class AgencySeed
{
    public string Code { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "organisation";
    public string? Chair { get; set; }
    public string? ReportsTo { get; set; }
}

public sealed class ResponsibilitySeed
{
    public string Key { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "post";
    public string? Agency { get; set; }
    public List<string> AlsoWritten { get; set; } = [];
    public string? Note { get; set; }
}

public sealed class GrantSeed
{
    public string Body { get; set; } = string.Empty;
    public string Scope { get; set; } = string.Empty;
}

public sealed class InspectionsSeed
{
    public List<InspectionSeed> Inspections { get; set; } = [];
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
    public string Title { get; set; } = string.Empty;
    public string? Framework { get; set; }
    public string? FieldworkText { get; set; }
    public string? FieldworkFrom { get; set; }
    public string? FieldworkTo { get; set; }
    public string? Published { get; set; }
    public string? Summary { get; set; }
    public string? OverallJudgement { get; set; }
    public List<InspectionBodySeed> Bodies { get; set; } = [];
    public List<NumberedSeed> Questions { get; set; } = [];
    public List<GradingSeed> Gradings { get; set; } = [];
    public List<NumberedSeed> Strengths { get; set; } = [];
    public List<RecommendationSeed> Recommendations { get; set; } = [];
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
}

public sealed class RecommendationSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Kind { get; set; } = "recommendation";
    public string Text { get; set; } = string.Empty;
    public string? Theme { get; set; }
    public bool Reworded { get; set; }
}

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
    public int? MirrorsQuestion { get; set; }
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<DriverSeed> Drivers { get; set; } = [];
}

public sealed class DriverSeed : SourcedSeed
{
    public string Text { get; set; } = string.Empty;
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<ProjectSeed> Projects { get; set; } = [];
}

public sealed class ProjectSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Title { get; set; } = string.Empty;
    public string? AimText { get; set; }
    public string? ExternalReference { get; set; }
    public string? Deadline { get; set; }
    public string? NoActionNeeded { get; set; }
    public List<LeadSeed> Leads { get; set; } = [];
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<SubActionSeed> SubActions { get; set; } = [];
    public List<MeasureSeed> Measures { get; set; } = [];
    public List<EntrySeed> Entries { get; set; } = [];
}

public sealed class LeadSeed
{
    public string Responsibility { get; set; } = string.Empty;
    public string Kind { get; set; } = "lead";
    public string? Written { get; set; }
}

public sealed class SubActionSeed : SourcedSeed
{
    public string Text { get; set; } = string.Empty;
    public string? Deadline { get; set; }
}

public sealed class MeasureSeed : SourcedSeed
{
    public string Title { get; set; } = string.Empty;
    public string Kind { get; set; } = "outcome";
    public string? Definition { get; set; }
    public string? Unit { get; set; }
    public string Direction { get; set; } = "none";
    public string? Frequency { get; set; }
    public string? Deadline { get; set; }
    public string? ExternalReference { get; set; }
    public string? Lead { get; set; }
    public List<TargetSeed> Targets { get; set; } = [];
    public List<PointSeed> Points { get; set; } = [];
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
