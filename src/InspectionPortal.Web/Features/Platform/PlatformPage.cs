using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Mail;

namespace InspectionPortal.Web.Features.Platform;

public sealed record PlatformPage(
    PlatformPartnerships Partnerships, IReadOnlyList<PlatformBody> Bodies, IReadOnlyList<PlatformChange> Changes, JobsState Jobs,
    MailStatus Mail);
