using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>What of a project stands in a column of an exported sheet and has no field of the plan's layout.</summary>
internal enum ExportedDetail
{
    AimNumber,
    Aim,
    Driver,
    SecondaryDriver,
    Number,
    OwnWords,
    EachLead,
    EachOwner,
    DueDate,
    ForecastDate,
    Reason,
    Unclear,
    Vision,
    KeyOutcomes,
}

/// <summary>The portal's words above the columns of what it exports, by which it knows its own files again.</summary>
internal static class ExportedHeaders
{
    /// <summary>Begins the description of a plan's table in a Word file; after it come what the columns hold.</summary>
    public const string TableMark = "Plan from Inspection Portal. The columns hold: ";

    /// <summary>Parts what is said of the columns from the words for aims and drivers.</summary>
    public const string BannerMark = ". Above the rows: ";

    /// <summary>The sheet that says what a workbook holds.</summary>
    public const string AboutSheet = "About";

    public const string StepsSheet = "Sub-actions";

    /// <summary>The header of the part of that sheet that says what each column holds.</summary>
    public const string AboutColumns = "Column of the plan";

    public const string Portal = " (portal)";

    public const string AimFill = "D5DFEA";
    public const string DriverFill = "EAEFF4";
    public const string SecondaryFill = "F4F7FA";

    private static readonly Dictionary<ExportedDetail, string> Words = new()
    {
        [ExportedDetail.AimNumber] = "Aim number",
        [ExportedDetail.Aim] = "Aim",
        [ExportedDetail.Driver] = "Driver",
        [ExportedDetail.SecondaryDriver] = "Secondary driver",
        [ExportedDetail.Number] = "Number",
        [ExportedDetail.OwnWords] = "In the plan’s words",
        [ExportedDetail.EachLead] = "Leads one by one",
        [ExportedDetail.EachOwner] = "Owners one by one",
        [ExportedDetail.DueDate] = "Due date",
        [ExportedDetail.ForecastDate] = "Forecast date",
        [ExportedDetail.Reason] = "Reason",
        [ExportedDetail.Unclear] = "Unclear in source",
        [ExportedDetail.Vision] = "Vision",
        [ExportedDetail.KeyOutcomes] = "Key outcomes",
    };

    /// <summary>The columns before those of the partnership.</summary>
    public static IReadOnlyList<ExportedDetail> Front { get; } =
        [ExportedDetail.AimNumber, ExportedDetail.Aim, ExportedDetail.Driver, ExportedDetail.SecondaryDriver, ExportedDetail.Number];

    public static string Of(ExportedDetail detail) => Words[detail];

    /// <summary>
    /// The portal's own word for a field, whatever the partnership calls it. Files exported earlier are read by it, so it stays.
    /// </summary>
    public static string Of(PlanField field) =>
        field == PlanField.Success ? "How success will be seen" : PlanFieldLabels.Of(field, new Vocabulary());

    public static PlanField? Field(string word) =>
        Enum.GetValues<PlanField>().Where(f => Of(f) == Bare(word)).Select(f => (PlanField?)f).FirstOrDefault();

    public static ExportedDetail? Detail(string word) =>
        Words.Where(w => w.Value == Bare(word)).Select(w => (ExportedDetail?)w.Key).FirstOrDefault();

    private static string Bare(string word) => word.EndsWith(Portal, StringComparison.Ordinal) ? word[..^Portal.Length] : word;
}
