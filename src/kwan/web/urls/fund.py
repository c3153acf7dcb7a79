"""The addresses of welfare, of the revolving fund's money and plans, and of the register of equipment."""

from django.urls import path

from kwan.web.views import equipment, fund_money, welfare

GROUP = "group/<int:book>/"

urlpatterns = [
    path(GROUP + "welfare/", welfare.welfare, name="welfare"),
    path(GROUP + "welfare/pay-in/", welfare.pay_in, name="welfare-pay-in"),
    path(GROUP + "welfare/give/", welfare.give, name="welfare-give"),
    path(GROUP + "welfare/ask/", welfare.ask, name="welfare-ask"),
    path(GROUP + "welfare/asked/<int:number>/", welfare.decline, name="welfare-decline"),
    path(GROUP + "welfare/given/<int:number>/", welfare.given, name="welfare-given"),
    path(GROUP + "welfare/given/<int:number>/mend/", welfare.mend, name="welfare-mend"),
    path(GROUP + "welfare/given/<int:number>/strike/", welfare.strike, name="welfare-strike"),
    path(GROUP + "welfare/rules/", welfare.rules, name="welfare-rules"),
    path(GROUP + "welfare/rules/set/", welfare.set_rule, name="welfare-rule"),
    path(GROUP + "fund/in/", fund_money.received, name="fund-in"),
    path(GROUP + "fund/out/", fund_money.spent, name="fund-out"),
    path(GROUP + "fund/givers/", fund_money.givers, name="fund-givers"),
    path(GROUP + "fund/thanks/<int:number>/", fund_money.thanks, name="fund-thanks"),
    path(GROUP + "fund/plan/", fund_money.plan, name="fund-plan"),
    path(GROUP + "fund/plan/new/", fund_money.plan_new, name="fund-plan-new"),
    path(GROUP + "fund/plan/<int:number>/drop/", fund_money.plan_drop, name="fund-plan-drop"),
    path(GROUP + "equipment/", equipment.equipment, name="equipment"),
    path(GROUP + "equipment/bought/", equipment.bought, name="equipment-bought"),
    path(GROUP + "equipment/given/", equipment.given, name="equipment-given"),
    path(GROUP + "equipment/<int:number>/", equipment.one, name="equipment-one"),
    path(GROUP + "equipment/<int:number>/<slug:step>/", equipment.step, name="equipment-step"),
]
