using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>What a column of the plan's layout is to the reader of files, and the other way round.</summary>
internal static class ExportedFields
{
    private static readonly Dictionary<PlanField, ImportField> Fields = new(ProjectFields.OwnColumns.Select(f => KeyValuePair.Create(f.Column!.Value, ImportFields.Of(f))))
    {
        [PlanField.Number] = ImportField.Number,
        [PlanField.What] = ImportField.Title,
        [PlanField.Deadline] = ImportField.Deadline,
        [PlanField.Leads] = ImportField.Leads,
        [PlanField.Rating] = ImportField.Rag,
        [PlanField.Status] = ImportField.Status,
        [PlanField.Measures] = ImportField.Measures,
        [PlanField.Updates] = ImportField.Progress,
        [PlanField.LatestUpdate] = ImportField.Progress,
        [PlanField.Recommendations] = ImportField.Recommendations,
        [PlanField.SubActions] = ImportField.OtherActions,
        [PlanField.Financial] = ImportField.Financial,
        [PlanField.Workforce] = ImportField.Workforce,
        [PlanField.Partners] = ImportField.Partners,
        [PlanField.Systems] = ImportField.Systems,
        [PlanField.Leadership] = ImportField.Leadership,
        [PlanField.ClosingTheLoop] = ImportField.ClosingTheLoop,
        [PlanField.OtherActions] = ImportField.OtherActions,
    };

    public static string Wire(PlanField field) => Fields.GetValueOrDefault(field, ImportField.Other).ToWire();

    public static string Wire(ExportedDetail detail) => (detail switch
    {
        ExportedDetail.Aim => ImportField.Aim,
        ExportedDetail.Driver or ExportedDetail.SecondaryDriver => ImportField.Driver,
        ExportedDetail.Number => ImportField.Number,
        _ => ImportField.Other,
    }).ToWire();

    public static PlanField? Of(ImportField? field) =>
        field is { } known && Fields.ContainsValue(known) ? Fields.First(f => f.Value == known).Key : null;
}
