using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tests.Features.Invitations;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>A partnership lead cannot make an approval alone.</summary>
public sealed class ApprovalIsPersonalTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Post = "Chief Executive, South Shire Council";

    private readonly InvitationSteps _steps = new(portal);

    [Fact]
    public async Task GiveRole_ToAMember_HoldsOnlyWhenTheyConfirmFromTheirMailbox()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/{here.Contributor.Id}/roles");

        var saved = await form.SubmitAsync("main form", ("Roles", "Contributor"), ("Roles", "ChiefOfficer"), ("Capacity", Post));

        Assert.Equal($"/{here.Slug}/people/{here.Contributor.Id}", saved.Location);
        Assert.Equal([PartnershipRole.Contributor], await RolesAsync(here, here.Contributor));
        Assert.Contains("Asked to be chief officerNot yet accepted", (await portal.ClientFor(here.Lead).OpenAsync(saved.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(saved.Location, (await form.SubmitAsync("main form", ("Roles", "Contributor"), ("Roles", "ChiefOfficer"), ("Capacity", Post))).Location);
        var link = Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email)).Path;
        Assert.Equal($"/{here.Slug}", (await _steps.AcceptAsAsync(here.Contributor, link)).Location);
        Assert.Equal([PartnershipRole.Contributor, PartnershipRole.ChiefOfficer], await RolesAsync(here, here.Contributor));
        foreach (var reader in new[] { here.Chief, here.Lead })
        {
            var mail = await portal.Data.LastMailToAsync(reader.Email);
            Assert.Contains("a chief officer was added", mail.Subject, StringComparison.Ordinal);
            Assert.Contains(here.Contributor.Email, mail.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task GiveRole_TakenBackOrRemovedMeanwhile_CannotBeAccepted()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var lead = portal.ClientFor(here.Lead);
        async Task<string> AskAsync(TestPerson person)
        {
            await (await lead.GetPageAsync($"/{here.Slug}/people/{person.Id}/roles"))
                .SubmitAsync("main form", ("Roles", "Reader"), ("Roles", "ChiefOfficer"), ("Capacity", Post));
            return (await portal.Data.LastMailToAsync(person.Email)).Path;
        }

        var (toReader, toContributor) = (await AskAsync(here.Reader), await AskAsync(here.Contributor));
        var again = await lead.GetPageAsync($"/{here.Slug}/people/{here.Reader.Id}/roles");
        Assert.NotNull((await again.SubmitAsync("main form", ("Roles", "Reader"))).Location);
        await (await lead.GetPageAsync($"/{here.Slug}/people/{here.Contributor.Id}/remove")).SubmitAsync("main form");

        Assert.Contains("was withdrawn", (await portal.ClientFor(here.Reader).GetPageAsync(toReader)).Text, StringComparison.Ordinal);
        Assert.Contains("was withdrawn", (await portal.ClientFor(here.Contributor).GetPageAsync(toContributor)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GiveRole_OnlyChiefOfficer_IsAReaderUntilConfirmed()
    {
        var here = await portal.Data.CreatePartnershipAsync();

        await (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/{here.Contributor.Id}/roles"))
            .SubmitAsync("main form", ("Roles", "ChiefOfficer"), ("Capacity", Post));

        Assert.Equal([PartnershipRole.Reader], await RolesAsync(here, here.Contributor));
    }

    [Fact]
    public async Task LeadAndChiefOfficer_InOnePerson_IsRefusedWhereverItIsTried()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var lead = portal.ClientFor(here.Lead);

        var own = await (await lead.GetPageAsync($"/{here.Slug}/people/{here.Lead.Id}/roles"))
            .SubmitAsync("main form", ("Roles", "PartnershipLead"), ("Roles", "ChiefOfficer"), ("Capacity", Post));
        var invited = await _steps.InviteAsync(
            here, InvitationSteps.NewEmail(), ("Roles", "PartnershipLead"), ("Roles", "ChiefOfficer"), ("Capacity", Post));

        Assert.Contains("cannot also be a chief officer", Assert.Single(own.Errors), StringComparison.Ordinal);
        Assert.Contains("cannot also be a chief officer", Assert.Single(invited.Errors), StringComparison.Ordinal);

        // Asked while a reader, made a lead behind the form's back, then accepting.
        await (await lead.GetPageAsync($"/{here.Slug}/people/{here.Reader.Id}/roles"))
            .SubmitAsync("main form", ("Roles", "Reader"), ("Roles", "ChiefOfficer"), ("Capacity", Post));
        await portal.Data.InTenantAsync(here.Id, d => Task.FromResult(d.Add(new Membership { UserId = here.Reader.Id, Role = PartnershipRole.PartnershipLead })));
        var page = await portal.ClientFor(here.Reader).GetPageAsync((await portal.Data.LastMailToAsync(here.Reader.Email)).Path);
        Assert.Contains("cannot also be a chief officer", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_ByALeadWhoIsChiefOfficer_NeedsTheSettingAndTheReportSaysSo()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var here = steps.Partnership;
        await portal.Data.InTenantAsync(here.Id, d => Task.FromResult(d.Add(new Membership { UserId = here.Chief.Id, Role = PartnershipRole.PartnershipLead })));
        Assert.Null((await steps.As(here.Chief).GetPageAsync(steps.Report)).Document.QuerySelector("a[href$='/approve']"));

        var refused = await steps.ApproveAsync(here.Chief);
        Assert.Contains("You are also a partnership lead", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());

        var admin = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        await (await admin.GetPageAsync($"/admin/partnerships/{here.Id}/edit")).SubmitAsync("main form", ("LeadMayApprove", "true"));
        await steps.ApproveAsync(here.Chief);

        Assert.Equal(PeriodState.Approved, await steps.StateAsync());
        Assert.Contains("also a partnership lead approved this report", (await steps.As(here.Reader).GetPageAsync(steps.Report)).Text, StringComparison.Ordinal);
        var officer = await portal.Data.CreateOfficerAsync(here, steps.Plan, GrantScope.ApprovedReports);
        Assert.Contains("also a partnership lead approved this report", (await portal.ClientFor(officer.Person).GetPageAsync(steps.Report)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 1, 1)]
    [InlineData(null, 2, 2)]
    [InlineData(null, 4, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(3, 2, 3)]
    public async Task Submit_Quorum_IsTheSettingElseTwoWhereTwoCanApprove(int? setting, int officers, int quorum)
    {
        var steps = await MakeAsync(setting, officers);

        var form = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");
        await steps.SubmitAsync();

        Assert.Contains($"It needs {quorum} approval", form.Text, StringComparison.Ordinal);
        Assert.Equal(setting is null && officers < 2, form.Text.Contains("because there are fewer than two chief officers", StringComparison.Ordinal));
        Assert.Equal(setting is null && officers >= 2, form.Text.Contains("because there are two or more chief officers", StringComparison.Ordinal));
        Assert.Contains($"0 of {quorum}", (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).Text, StringComparison.Ordinal);
        Assert.Contains($"0 of {quorum} approved", (await steps.As(steps.Partnership.Reader).GetPageAsync($"/{steps.Partnership.Slug}/reports")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ChiefOfficerAskedButNotConfirmed_DoesNotCount()
    {
        var steps = await MakeAsync(null, officers: 1);
        await _steps.InviteAsync(steps.Partnership, InvitationSteps.NewEmail(), ("Roles", "ChiefOfficer"), ("Capacity", Post));

        var form = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");

        Assert.Contains("It needs 1 approval", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveChiefOfficer_AfterSubmitting_DoesNotLowerTheQuorumAndIsWrittenToThem()
    {
        var steps = await MakeAsync(null, officers: 2);
        var here = steps.Partnership;
        var second = await portal.Data.InTenantAsync(here.Id, d => d.Memberships.Where(m => m.Role == PartnershipRole.ChiefOfficer && m.UserId != here.Chief.Id)
            .Select(m => new TestPerson(m.UserId, m.User!.Email!, m.User.SecurityStamp!)).SingleAsync());
        await steps.SubmitAsync();

        await (await steps.As(here.Lead).GetPageAsync($"/{here.Slug}/people/{second.Id}/remove")).SubmitAsync("main form");
        await steps.ApproveAsync(here.Chief);

        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
        Assert.Contains("a chief officer was removed", (await portal.Data.LastMailToAsync(second.Email)).Subject, StringComparison.Ordinal);
        Assert.Contains(await portal.Data.MailToAsync(here.Chief.Email), m => m.Subject.Contains("a chief officer was removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approve_Each_IsWrittenToChiefOfficersAndLeadsAndLogged()
    {
        var steps = await MakeAsync(null, officers: 2);
        var here = steps.Partnership;
        var second = await portal.Data.InTenantAsync(here.Id, d => d.Memberships.Where(m => m.Role == PartnershipRole.ChiefOfficer && m.UserId != here.Chief.Id)
            .Select(m => new TestPerson(m.UserId, m.User!.Email!, m.User.SecurityStamp!)).SingleAsync());
        await steps.SubmitAsync();

        await steps.ApproveAsync(here.Chief);
        await steps.ApproveAsync(here.Chief);
        await steps.ApproveAsync(second);

        foreach (var reader in new[] { here.Lead, here.Chief, second })
        {
            var mails = await portal.Data.MailToAsync(reader.Email);
            Assert.Equal(2, mails.Count);
            Assert.Contains("1 of 2 approvals", mails[0].Text, StringComparison.Ordinal);
            Assert.Contains("is approved and published", mails[1].Subject, StringComparison.Ordinal);
        }

        // Who only reads hears once, that there is something to read.
        Assert.Equal("report", Assert.Single(await portal.Data.MailToAsync(here.Reader.Email)).Kind);
        Assert.Equal(2, await portal.Data.OnPlatformAsync(d => d.SecurityEvents.CountAsync(
            e => e.PartnershipId == here.Id && e.Kind == SecurityEventKind.QuarterApproved)));
    }

    [Fact]
    public async Task AddChiefOfficer_WhereNoOtherCanNotice_IsWrittenToTheAdministrators()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var administrator = await portal.Data.CreatePersonAsync(administrator: true);
        await (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/{here.Chief.Id}/remove")).SubmitAsync("main form");
        var email = InvitationSteps.NewEmail();

        await _steps.AcceptAsync(await _steps.LinkAsync(here, email, ("Roles", "ChiefOfficer"), ("Capacity", Post)));

        Assert.Contains(await portal.Data.MailToAsync(administrator.Email), m => m.Text.Contains(email, StringComparison.Ordinal));
    }

    private async Task<QuarterSteps> MakeAsync(int? quorum, int officers)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.Quorum = quorum);
        var plan = await portal.Data.CreatePlanAsync(here);
        for (var i = 1; i < officers; i++)
        {
            var person = await portal.Data.CreatePersonAsync();
            await portal.Data.InTenantAsync(here.Id, d => Task.FromResult(
                d.Add(new Membership { UserId = person.Id, Role = PartnershipRole.ChiefOfficer, Capacity = Post })));
        }

        var steps = new QuarterSteps(portal, here, plan);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0]);
        await steps.CloseAsync();
        return steps;
    }

    private Task<PartnershipRole[]> RolesAsync(TestPartnership here, TestPerson person) => portal.Data.InTenantAsync(
        here.Id, d => d.Memberships.Where(m => m.UserId == person.Id).Select(m => m.Role).OrderBy(r => r == PartnershipRole.ChiefOfficer).ToArrayAsync());
}
