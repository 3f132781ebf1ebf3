using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Reports;

public sealed record UpdateAnswer(Guid Id, UpdateState State, bool AsksForHelp);
