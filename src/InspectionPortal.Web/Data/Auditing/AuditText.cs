using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>Turns audit entries into words.</summary>
public static partial class AuditText
{
    private const string No = "no";
    private const string Place = "Position";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["ImprovementProject"] = "project",
        ["ProjectLead"] = "project lead",
        ["DeadlineSlip"] = "deadline change",
        ["ProgressUpdate"] = "update",
        ["UpdateEntry"] = "agency entry in an update",
        ["ReportingPeriod"] = "reporting period",
        ["Submission"] = "submitted report",
        ["PublishedReport"] = "published report",
        ["ReportWithholding"] = "withholding of a report",
        ["EvidenceItem"] = "evidence",
        ["EvidenceVersion"] = "evidence version",
        ["EvidenceLink"] = "evidence link",
        ["StagedFile"] = "file for evidence",
        ["Membership"] = "member’s roles",
        ["LeadResponsibility"] = "responsibility",
        ["ResponsibilityHolder"] = "assignment of a responsibility",
        ["ScrutinyRequest"] = "request of a scrutiny body",
        ["RecommendationDecision"] = "decision on a recommendation",
        ["RecommendationLink"] = "link to a recommendation",
        ["StretchAim"] = "aim",
        ["KeyDriver"] = "driver",
        [AuditedKind.DataPoint] = "figure",
        ["MeasureTarget"] = "target",
        ["MeasureUse"] = "use of a measure",
        ["MeasurePhase"] = "chart phase",
        ["MeasureAnnotation"] = "chart note",
        ["PointCorrection"] = "figure correction",
        ["SignalAnswer"] = "answer to a signal",
        ["TestOfChange"] = "test of change",
        ["UpdateFigure"] = "figure in an update",
        ["SubAction"] = "sub-action",
        ["SubActionOwner"] = "sub-action owner",
        ["PlanSection"] = "plan section",
        ["ExternalPlan"] = "external plan",
        ["PlanInspection"] = "inspection linked to the plan",
        ["InspectionBody"] = "inspection body",
        ["InspectionQuestion"] = "inspection question",
        ["ScrutinyGrant"] = "scrutiny access",
        ["ScrutinyBody"] = "scrutiny body",
        [AuditedKind.LinkOfficer] = "link officer",
        ["PortalUser"] = "account",
        ["CategoryNote"] = "note where there are no actions",
        ["DependsOn"] = "dependency",
        ["PartnershipJob"] = "job",
        ["Archive"] = "archive created by the people who run the portal",
        ["RestoredArchive"] = "partnership restored from an archive",
        ["PlanImport"] = "plan import",
        ["OutboxMessage"] = "e-mail",
        ["UpdateReminder"] = "reminder",
        ["AutosavedUpdate"] = "unsaved update",
        ["Notification"] = "notification",
        ["NotificationPreference"] = "choice of e-mails",
        ["UpdateComment"] = "comment on an update",
        ["ReportingCalendar"] = "reporting calendar",
        ["ReportDraft"] = "draft of a report",
        ["DecisionRecord"] = "answer to a decision",
        ["SigningAgency"] = "agency that must sign",
        ["Signatory"] = "agency somebody signs for",
        ["ApprovalDelegation"] = "delegate of a chief officer",
        ["ReturnComment"] = "comment on a returned item",
    };

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Rag"] = "Rating",
        ["RagReason"] = "Why the rating was changed",
        ["RagAccepted"] = "Rating accepted",
        ["RagProposed"] = "Rating proposed",
        ["RagKey"] = "Key to ratings",
        ["LeadResponsibilityId"] = "Responsibility",
        ["UserId"] = "Person",
        ["ForUserId"] = "As delegate of",
        ["ExpiryToldAt"] = "E-mails sent that it ends",
        ["DelegateUntil"] = "Delegate until",
        ["DelegateUserId"] = "Delegate",
        ["BodyId"] = "Scrutiny body",
        ["OfficerUserId"] = "Only this officer",
        ["AimId"] = "Aim",
        ["ReportsToId"] = "Reports to",
        ["ValueText"] = "Value as written",
        ["DateText"] = "Date as written",
        ["NoChange"] = "No change since last quarter",
        ["Slug"] = "Address",
        ["Email"] = "E-mail address",
        ["ToAddress"] = "To",
        ["DisplayName"] = "Name",
        ["IsDisabled"] = "Disabled",
        ["PasswordHash"] = "Password",
        ["InvitedByTenantId"] = "Invited by",
        ["FirstLeadUserId"] = "First partnership lead",
        ["LeadMayApprove"] = "A partnership lead can also be a chief officer",
        ["IsAlsoLead"] = "Also a partnership lead",
        ["IsApprovedByLead"] = "Approved by a partnership lead",
        ["EmailConfirmed"] = "Account confirmed",
        ["IsHandedOut"] = "Link shared by the administrator",
        ["AsAt"] = "As-at date",
        ["Layout"] = "Columns of the plan",
        ["Vocabulary"] = "Words of the plan",
        ["OwnersText"] = "Owners, as in the plan",
        ["IsChangeIdea"] = "Change idea",
        ["AskedByUserId"] = "Requested by",
        ["FileSha256"] = "SHA-256 of the file",
        ["DoneOn"] = "Delivered on",
        ["DoneText"] = "What was delivered",
        ["ChartReason"] = "Why this chart",
        ["BaselinePoints"] = "Figures in the baseline",
        ["ScreenMovingRanges"] = "Exclude very large moving ranges",
        ["IsIllustrative"] = "Illustrative",
        ["IsExcluded"] = "Excluded",
        ["ExcludedReason"] = "Why it is excluded",
        ["StartsOn"] = "From",
        ["FiguresTo"] = "Newest figure at the time",
        ["FileSize"] = "Size of the file in bytes",
        ["Sha256"] = "SHA-256 of the file",
        ["ByUserId"] = "Read by",
        ["BroughtInByUserId"] = "Imported by",
        ["DestructionReason"] = "What the retention schedule says",
        ["IsOn"] = "Periods open by themselves",
        ["IsFromCalendar"] = "Opened by the reporting calendar",
        ["OpensAfterDays"] = "Opens, in days after the period ends",
        ["DueAfterDays"] = "Due, in days after it opens",
        ["DueInWorkingDays"] = "Due days are working days",
        ["MeetingAfterDays"] = "Meeting, in days after the due date",
        ["Region"] = "Bank holidays",
        ["NewPlanTitle"] = "Title of the new plan",
    };

    /// <summary>Fields that say nothing to people.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "TenantId", "UserName", "NormalizedUserName", "NormalizedEmail", "SecurityStamp", "ConcurrencyStamp", "PhoneNumberConfirmed", "TwoFactorEnabled",
        "LockoutEnabled", "LockoutEnd", "AccessFailedCount", "Position", "StorageName", "Source", "InvitedByTenantId", "TokenHash", "Responsibilities", "PartnershipId", "BodyId", "Choices", "Done", "Agreed", "Pieces", "JobId",
    };

    /// <summary>Names of choices in code, such as "InProgress".</summary>
    private static readonly HashSet<string> Codes =
        [.. typeof(AuditAction).Assembly.GetTypes().Concat(typeof(AuditText).Assembly.GetTypes()).Concat(typeof(Measurement.ChartKind).Assembly.GetTypes()).Where(t => t.IsEnum).SelectMany(Enum.GetNames)];

    /// <summary>What people call that kind of thing.</summary>
    public static string Kind(string entityType) =>
        Kinds.GetValueOrDefault(entityType) ?? Capital().Replace(entityType, " $0").ToLowerInvariant();

    /// <summary>Such as "Changed project".</summary>
    public static string Action(AuditAction action, string entityType) => $"{action} {Kind(entityType)}";

    /// <summary>The changed fields in words; those that say nothing are left out.</summary>
    public static IReadOnlyList<FieldChange> Changes(string json, AuditReading reading)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject()
            .Where(field => !Silent.Contains(field.Name) || (reading.IsMove && field.Name == Place))
            .Select(field => Change(field, reading))
            .Where(change => change.Before is not null || change.After is not null)];
    }

    /// <summary>Every id that stands as a value in the change, to look its name up.</summary>
    public static IEnumerable<Guid> Ids(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(field => field.Value.EnumerateObject())
            .Where(value => value.Value.ValueKind == JsonValueKind.String)
            .Select(value => value.Value.TryGetGuid(out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)];
    }

    private static FieldChange Change(JsonProperty field, AuditReading reading)
    {
        var name = reading.Label?.Invoke(field.Name) ?? Fields.GetValueOrDefault(field.Name) ?? ProjectFields.Find(field.Name)?.Label ?? Words(field.Name);
        if (field.Value.ValueKind != JsonValueKind.Object)
        {
            return new FieldChange(name, null, "changed");
        }

        var (before, after) = (Value(field, "before", reading), Value(field, "after", reading));

        // Of something new, that a box was not ticked says nothing.
        return before is null && after == No ? new FieldChange(name, null, null) : new FieldChange(name, before, after);
    }

    private static string? Value(JsonProperty field, string side, AuditReading reading)
    {
        if (!field.Value.TryGetProperty(side, out var value))
        {
            return null;
        }

        // Places are counted from 0 in code and from 1 by people.
        return field.Name == Place && value.TryGetInt32(out var place) ? (place + 1).ToString(CultureInfo.InvariantCulture)
            : value.ValueKind == JsonValueKind.String && reading.Value?.Invoke(field.Name, value.GetString()!) is { } words ? words
            : Text(value, reading);
    }

    private static string? Text(JsonElement value, AuditReading reading) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => "yes",
        JsonValueKind.False => No,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? null : string.Join("; ", value.EnumerateArray().Select(item => Text(item, reading))),
        JsonValueKind.String => StringText(value, reading),
        JsonValueKind.Object => Stored(value),
        _ => value.GetRawText(),
    };

    private static string? StringText(JsonElement value, AuditReading reading)
    {
        var text = value.GetString()!;
        if (value.TryGetGuid(out var id))
        {
            return reading.Names.GetValueOrDefault(id) ?? "an item that was removed";
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return DateFormat.Full(date);
        }

        if (Moment().IsMatch(text) && value.TryGetDateTimeOffset(out var at))
        {
            return DateFormat.Moment(at, reading.Zone);
        }

        return text is ['{' or '[', ..] ? Parsed(text) : Codes.Contains(text) ? StatusLabel.Of(text) : text.Length == 0 ? null : text;
    }

    /// <summary>A value that is kept as JSON: a deadline gives its words, everything else only that it is there.</summary>
    private static string? Parsed(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Stored(document.RootElement) : "as set";
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static string? Stored(JsonElement value)
    {
        if (value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            return text.GetString() is { Length: > 0 } words ? words : null;
        }

        if (value.TryGetProperty("columns", out var columns) && columns.ValueKind == JsonValueKind.Array)
        {
            return string.Join(" · ", columns.EnumerateArray().Select(Column));
        }

        if (value.EnumerateObject().Any() && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String && p.Name != "kind"))
        {
            return string.Join(" · ", value.EnumerateObject().Select(p => p.Value.GetString()));
        }

        return value.TryGetProperty("kind", out _) || !value.EnumerateObject().Any() ? null : "as set";
    }

    /// <summary>A column of a plan by its label, else by what it holds.</summary>
    private static string Column(JsonElement column) =>
        column.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String
            ? label.GetString()!
            : column.TryGetProperty("field", out var field) ? Words(field.ToString()) : "";

    private static string Words(string field)
    {
        var name = field.EndsWith("ByUserId", StringComparison.Ordinal) ? field[..^"UserId".Length]
            : field.EndsWith("Id", StringComparison.Ordinal) ? field[..^2] : field;
        var words = Capital().Replace(name, " $0").ToLowerInvariant();
        return words.Length == 0 ? field : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();

    [GeneratedRegex("\\A\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();
}
