using InspectionPortal.Web.Features.Plans;
namespace InspectionPortal.Web.Features.Exports;
internal static class SheetExport { public static void Write(PlanPage page, Stream stream) { } }
internal static class CsvExport { public static void Write(PlanPage page, Stream stream) { } }
