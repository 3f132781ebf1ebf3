using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Home;

/// <summary>
/// What someone did, to follow their name: the command AcceptUpdate is "accepted an update". Audit rows keep the names that
/// commands had when they ran, so earlier names stay in the table. Words in brackets are the partnership's own.
/// </summary>
public static class CommandSentences
{
    private const string Fallback = "made a change";

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["AcceptInvitation"] = "accepted an invitation",
        ["AcceptUpdate"] = "accepted an update",
        ["AddAgency"] = "added an agency",
        ["AddAim"] = "added [aim]",
        ["AddDelegation"] = "named a delegate who decides on reports for them",
        ["AddDriver"] = "added [driver]",
        ["AddEvidence"] = "added evidence",
        ["AddEvidenceVersion"] = "added a version of evidence",
        ["AddInspection"] = "added an inspection",
        ["AddLinkOfficer"] = "added a link officer",
        ["AddMeasure"] = "added [measure]",
        ["AddPartnership"] = "added the partnership",
        ["AddPasskey"] = "added a passkey",
        ["AddPoint"] = "added a figure",
        ["AddProgressReview"] = "added a progress review",
        ["AddProject"] = "added [project]",
        ["AddRecommendation"] = "added [recommendation]",
        ["AddRecommendationDecision"] = "said whether [recommendation] was met",
        ["RemoveRecommendationDecision"] = "removed what was said of [recommendation]",
        ["AddResponsibility"] = "added a responsibility",
        ["AddScrutinyBody"] = "added a scrutiny body",
        ["AddSubAction"] = "added [step]",
        ["AddTarget"] = "added a target",
        ["AddTestOfChange"] = "added a test of change",
        ["Administrator"] = "added an administrator",
        ["AddUpdateComment"] = "commented on an update",
        ["AnnotateChart"] = "added a note to a chart",
        ["AnswerRecommendation"] = "linked [project] to [recommendation]",
        ["AnswerSignal"] = "answered a signal",
        ["ApproveQuarter"] = "approved a quarter",
        ["CarryOverProjects"] = "carried [projects] over into the plan that follows",
        ["OpenPlanReport"] = "started a report on the whole plan",
        ["DiscardPlanReport"] = "discarded a report on the whole plan",
        ["AssignResponsibility"] = "assigned a responsibility",
        ["AutosaveUpdate"] = "typed an update",
        ["ChangeMemberRoles"] = "changed a member’s roles",
        ["ChangePartnershipState"] = "opened, suspended or closed the partnership",
        ["ChangeNotifications"] = "changed how often they get e-mails",
        ["ChangeSeveral"] = "changed several [projects] at once",
        ["PreviewSeveral"] = "checked a change to several [projects]",
        ["ChangePassword"] = "changed their password",
        ["ChooseForImport"] = "changed how a file is read",
        ["ClosePeriod"] = "closed a period",
        ["ConfirmImport"] = "imported the plan",
        ["ConfirmImportJob"] = "imported the plan",
        ["ConfirmSession"] = "confirmed their identity",
        ["CorrectReport"] = "sent a correction of a report to the chief officers",
        ["CreateArchive"] = "created an archive",
        ["CreateArchiveJob"] = "created an archive",
        ["CreateCalendarFeed"] = "created an address for their calendar",
        ["DeclineInvitation"] = "declined an invitation",
        ["DeleteArchive"] = "deleted an archive",
        ["DisableAccount"] = "disabled an account",
        ["DisableNotifications"] = "stopped their e-mails",
        ["DiscardAutosave"] = "discarded unsaved text",
        ["DiscardImport"] = "deleted a file that was not imported",
        ["DissentFromQuarter"] = "recorded that they do not agree with a quarter",
        ["DownloadArchive"] = "downloaded an archive",
        ["EditAgency"] = "edited an agency",
        ["EditAim"] = "edited [aim]",
        ["EditAssignment"] = "changed the dates of an assignment",
        ["EditCalendar"] = "changed the reporting calendar",
        ["EditDriver"] = "edited [driver]",
        ["EditInspection"] = "edited an inspection",
        ["EditLayout"] = "changed the words and columns of the plan",
        ["EditMeasure"] = "edited [measure]",
        ["EditPartnership"] = "edited the partnership",
        ["EditPlan"] = "edited the plan",
        ["EditPoint"] = "corrected a figure",
        ["EditProgressReview"] = "edited a progress review",
        ["EditName"] = "changed the partnership’s name",
        ["EditRatingKey"] = "changed the ratings",
        ["EditProject"] = "edited [project]",
        ["EditProjectDeadline"] = "changed the deadline of [project]",
        ["EditProjectLeads"] = "changed who leads [project]",
        ["EditProjectRating"] = "changed the rating of [project]",
        ["EditProjectStatus"] = "changed the status of [project]",
        ["EditProjectText"] = "edited [project]",
        ["EditRecommendation"] = "edited [recommendation]",
        ["EditReport"] = "edited the draft of a report",
        ["EditResponsibility"] = "edited a responsibility",
        ["EditScrutinyBody"] = "edited a scrutiny body",
        ["EditDefaultAccess"] = "changed what link officers see by default",
        ["EditSigning"] = "changed how reports are signed",
        ["EditSubAction"] = "edited [step]",
        ["EditTarget"] = "edited a target",
        ["EditTestOfChange"] = "edited a test of change",
        ["EnableAccount"] = "enabled an account",
        ["EndAccountSessions"] = "signed someone out everywhere",
        ["EndAssignment"] = "ended an assignment",
        ["EndDelegation"] = "ended the time of their delegate",
        ["EndOwnSession"] = "signed out a browser",
        ["EndOwnSessions"] = "signed out everywhere",
        ["EnterFigures"] = "added figures",
        ["EnterFiguresOfPeriod"] = "added figures",
        ["ExcludePoint"] = "excluded a figure",
        ["FinishSignIn"] = "signed in",
        ["FreezeBaseline"] = "changed the baseline of a chart",
        ["GrantScrutinyAccess"] = "granted access to a scrutiny body",
        ["HandOutInvitation"] = "created an invitation link",
        ["IncludePoint"] = "included a figure",
        ["InviteFirstLead"] = "invited the first partnership lead",
        ["InviteOwnOfficer"] = "invited a link officer",
        ["InvitePerson"] = "invited someone",
        ["KeepReading"] = "saved a rating from the figures",
        ["LinkRecommendations"] = "changed links to [recommendations]",
        ["MoveInPlan"] = "moved an item in the plan",
        ["OpenPeriod"] = "opened a period",
        ["OpenPeriodsJob"] = "opened a period",
        ["PlaceInPlan"] = "moved an item in the plan",
        ["RebaseChart"] = "rebased a chart",
        ["ReleaseEvidence"] = "released evidence",
        ["ReleaseReport"] = "showed a withheld report again",
        ["RemoveAim"] = "removed [aim]",
        ["RemoveAnnotation"] = "removed a note from a chart",
        ["RemoveApp"] = "removed their authenticator app",
        ["RemoveDriver"] = "removed [driver]",
        ["RemoveInspection"] = "removed an inspection",
        ["RemoveLinkOfficer"] = "removed a link officer",
        ["RemoveMeasure"] = "removed [measure]",
        ["RemoveMember"] = "removed a member",
        ["RemoveOwnOfficer"] = "removed a link officer",
        ["RemovePasskey"] = "removed a passkey",
        ["RemovePhase"] = "removed a phase from a chart",
        ["RemovePoint"] = "removed a figure",
        ["RemoveProgressReview"] = "removed a progress review",
        ["RemoveRecommendation"] = "removed [recommendation]",
        ["RemoveSubAction"] = "removed [step]",
        ["RemoveTarget"] = "removed a target",
        ["RemoveTestOfChange"] = "removed a test of change",
        ["RenewRecoveryCodes"] = "created new recovery codes",
        ["RenewScrutinyAccess"] = "renewed access of a scrutiny body",
        ["ReopenPeriod"] = "reopened a period",
        ["RequestPasswordReset"] = "asked for a new password",
        ["ResetFactors"] = "reset someone’s two-step sign-in",
        ["ResetPassword"] = "chose a new password",
        ["RestartProject"] = "restarted [project]",
        ["ReturnQuarter"] = "returned a quarter with comments",
        ["RevokeCalendarFeed"] = "revoked the address for their calendar",
        ["RevokeScrutinyAccess"] = "revoked access of a scrutiny body",
        ["Seed"] = "added the demonstration data",
        ["SendAccountLink"] = "sent a link to choose a password",
        ["SendBackUpdate"] = "sent back an update",
        ["SendFirstLeadLink"] = "sent a link to choose a password",
        ["SendInvitationAgain"] = "sent an invitation again",
        ["SendMailAgain"] = "sent an e-mail again",
        ["SetBodyAdministrator"] = "changed who administers a scrutiny body",
        ["SendMemberLink"] = "sent a link to choose a password",
        ["SendOfficerLink"] = "sent a link to choose a password",
        ["SendPlatformInvitationAgain"] = "sent an invitation again",
        ["SendReminders"] = "sent reminders",
        ["SetUpApp"] = "set up their authenticator app",
        ["SignInToPortal"] = "signed in",
        ["SignInWithPasskey"] = "signed in",
        ["SignOutOfPortal"] = "signed out",
        ["StartPlan"] = "started the plan",
        ["StopProject"] = "stopped [project]",
        ["SubmitQuarter"] = "submitted a quarter",
        ["UndoAcceptance"] = "undid the acceptance of an update",
        ["UndoChange"] = "undid their last change",
        ["UndoImport"] = "undid an import",
        ["UndoImportJob"] = "undid an import",
        ["UploadFigures"] = "uploaded figures",
        ["UploadPlanFile"] = "uploaded a file with a plan",
        ["WithdrawEvidence"] = "withdrew evidence",
        ["WithdrawInvitation"] = "withdrew an invitation",
        ["WithdrawPlatformInvitation"] = "withdrew an invitation",
        ["WithholdReport"] = "withheld a report",
        ["WriteUpdate"] = "wrote an update",
    };

    /// <summary>Names that commands had earlier, and the names they have now.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["AddScrutinyOfficer"] = "AddLinkOfficer",
        ["AddTest"] = "AddTestOfChange",
        ["BringInPlan"] = "ConfirmImport",
        ["BringInPlanJob"] = "ConfirmImport",
        ["ChangeAgency"] = "EditAgency",
        ["ChangeHolding"] = "EditAssignment",
        ["ChangeLayout"] = "EditLayout",
        ["ChangePartnership"] = "EditPartnership",
        ["ChangeResponsibility"] = "EditResponsibility",
        ["ChangeScrutinyBody"] = "EditScrutinyBody",
        ["EditTest"] = "EditTestOfChange",
        ["EndHolding"] = "EndAssignment",
        ["GiveScrutinyAccess"] = "GrantScrutinyAccess",
        ["HoldResponsibility"] = "AssignResponsibility",
        ["MakeArchive"] = "CreateArchive",
        ["MakeArchiveJob"] = "CreateArchive",
        ["ReadPlanFile"] = "UploadPlanFile",
        ["RemoveScrutinyOfficer"] = "RemoveLinkOfficer",
        ["RemoveTest"] = "RemoveTestOfChange",
    };

    /// <summary>The names of commands whose many changes are one import.</summary>
    public static IReadOnlyList<string> Imports { get; } = ["ConfirmImport", "ConfirmImportJob", "BringInPlan", "BringInPlanJob"];

    /// <summary>True for a command whose many changes are one import.</summary>
    public static bool IsImport(string command) => Imports.Contains(command, StringComparer.Ordinal);

    public static bool Has(string command) => Named.ContainsKey(Renamed.GetValueOrDefault(command, command));

    public static string Of(string command, VocabularyTerms terms)
    {
        var sentence = Named.GetValueOrDefault(Renamed.GetValueOrDefault(command, command), Fallback);
        return sentence
            .Replace("[aim]", EnglishText.WithArticle(terms.Aim), StringComparison.Ordinal)
            .Replace("[driver]", EnglishText.WithArticle(terms.Driver), StringComparison.Ordinal)
            .Replace("[project]", EnglishText.WithArticle(terms.Project), StringComparison.Ordinal)
            .Replace("[projects]", EnglishText.Plural(terms.Project), StringComparison.Ordinal)
            .Replace("[step]", EnglishText.WithArticle(terms.Step), StringComparison.Ordinal)
            .Replace("[measure]", EnglishText.WithArticle(terms.Measure), StringComparison.Ordinal)
            .Replace("[recommendation]", EnglishText.WithArticle(terms.Recommendation), StringComparison.Ordinal)
            .Replace("[recommendations]", EnglishText.Plural(terms.Recommendation), StringComparison.Ordinal);
    }
}
