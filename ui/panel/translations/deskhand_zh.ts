<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Banner</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>查看报告</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Approve this step?</source>
        <translation>是否允许这一步？</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>询问的原因</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>完整文本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Yes, do it</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>No</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Click the screenshot where it should aim instead.</source>
        <translation>在截图上点击新的目标位置。</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Approve each step</source>
        <translation>逐步批准</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>Doctor</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The checks open small windows and use the mouse and the keyboard. Leave both alone meanwhile.</source>
        <translation>检查时会打开小窗口并使用鼠标和键盘，期间请勿操作。</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全部检查</translation>
    </message>
    <message>
        <source>Click the dots</source>
        <translation>点击圆点校准</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Checked.</source>
        <translation>检查完成。</translation>
    </message>
</context>
<context>
    <name>EmptyView</name>
    <message>
        <source>It works on your screen, and you watch</source>
        <translation>它在你的屏幕上工作，你在一旁看着</translation>
    </message>
    <message>
        <source>Say what should be done. It looks at the screen, thinks, and uses the mouse and the keyboard. Move the mouse to take over; press Ctrl+Alt+Escape anywhere to stop it at once.</source>
        <translation>说出要做的事。它会看屏幕、思考，然后使用鼠标和键盘。移动鼠标即可接管；在任何地方按 Ctrl+Alt+Escape 立即停止。</translation>
    </message>
    <message>
        <source>To begin with</source>
        <translation>可以先试试</translation>
    </message>
    <message>
        <source>type “Hello 你好” and press Enter</source>
        <translation>输入“Hello 你好”，然后按 Enter</translation>
    </message>
    <message>
        <source>open menu File &gt; Save As...</source>
        <translation>打开菜单 文件 &gt; 另存为</translation>
    </message>
    <message>
        <source>press Ctrl+A, then press Ctrl+C</source>
        <translation>按 Ctrl+A，然后按 Ctrl+C</translation>
    </message>
</context>
<context>
    <name>FolderBar</name>
    <message>
        <source>Read the folder again</source>
        <translation>重新读取文件夹</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>A folder of tasks</source>
        <translation>任务所在的文件夹</translation>
    </message>
</context>
<context>
    <name>GoalBox</name>
    <message>
        <source>What should be done? Say it in your own words.</source>
        <translation>要做什么？用你自己的话说。</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Earlier goals</source>
        <translation>以前的目标</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>以前的运行</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>No run was recorded yet.</source>
        <translation>还没有运行记录。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Shrink to a strip while the agent works</source>
        <translation>工作时缩成小条</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>what fits</source>
        <translation>按显存选</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Built-in reader: simple goals, no GPU, no download</source>
        <translation>内置阅读器：简单目标，无需显卡，无需下载</translation>
    </message>
    <message>
        <source>Local GLM-4.1V-Thinking</source>
        <translation>本地 GLM-4.1V-Thinking</translation>
    </message>
    <message>
        <source>A server on this machine (Ollama, LM Studio, …)</source>
        <translation>本机的服务（Ollama、LM Studio 等）</translation>
    </message>
    <message>
        <source>A server (vLLM, SGLang, llama.cpp, …)</source>
        <translation>服务器（vLLM、SGLang、llama.cpp 等）</translation>
    </message>
    <message>
        <source>Recorded replies from a file</source>
        <translation>文件中录制的回复</translation>
    </message>
    <message>
        <source>Found here</source>
        <translation>本机已有</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Thinking budget</source>
        <translation>思考预算</translation>
    </message>
    <message>
        <source>Folder or hub id</source>
        <translation>文件夹或模型 ID</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>正在连接模型库…</translation>
    </message>
    <message>
        <source>Ready: {name}</source>
        <translation>可用：{name}</translation>
    </message>
</context>
<context>
    <name>NoTasksView</name>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>The tasks that come with Deskhand</source>
        <translation>Deskhand 自带的任务</translation>
    </message>
    <message>
        <source>Open a folder of task files to see them here, run them and look at what became of them. Each task runs on a display and in a home of its own: your desktop stays yours meanwhile.</source>
        <translation>打开一个任务文件夹，就能在这里查看、运行任务并了解结果。每个任务都在自己的显示器和主目录中运行，其间您的桌面照常归您使用。</translation>
    </message>
    <message>
        <source>Tasks show what the agent can do</source>
        <translation>用任务检验智能体能做什么</translation>
    </message>
    <message>
        <source>A task is a file *.task.yaml, or another *.yaml with a goal or steps. Open another folder.</source>
        <translation>任务是 *.task.yaml 文件，或含有 goal 或 steps 的其他 *.yaml 文件。请打开另一个文件夹。</translation>
    </message>
    <message>
        <source>There is no task in this folder</source>
        <translation>此文件夹中没有任务</translation>
    </message>
    <message>
        <source>Looking for tasks…</source>
        <translation>正在查找任务…</translation>
    </message>
    <message>
        <source>This folder cannot be read</source>
        <translation>无法读取此文件夹</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Tasks are running. Stop them, or wait until they are finished.</source>
        <translation>任务正在运行。请停止它们，或等它们结束。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>These settings hold until the panel is closed; they cannot be saved: {why}</source>
        <translation>设置在面板关闭前有效，但无法保存：{why}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>What it may do</source>
        <translation>允许它做什么</translation>
    </message>
    <message>
        <source>Approve each step</source>
        <translation>逐步批准</translation>
    </message>
    <message>
        <source>allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>ask me</source>
        <translation>问我</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Stay in the window that the run is bound to</source>
        <translation>只在绑定的窗口内操作</translation>
    </message>
    <message>
        <source>Type into a terminal</source>
        <translation>在终端中输入</translation>
    </message>
    <message>
        <source>Send, pay, delete, submit</source>
        <translation>发送、付款、删除、提交</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存就关闭</translation>
    </message>
    <message>
        <source>Open an application</source>
        <translation>打开应用程序</translation>
    </message>
    <message>
        <source>Press key combinations</source>
        <translation>按组合键</translation>
    </message>
    <message>
        <source>Type a secret</source>
        <translation>输入机密</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他一切</translation>
    </message>
    <message>
        <source>One title a line, with * and ?. Where none is given, every window may be used.</source>
        <translation>每行一个标题，可用 * 和 ?。留空则可以使用所有窗口。</translation>
    </message>
    <message>
        <source>Allowed windows</source>
        <translation>允许的窗口</translation>
    </message>
</context>
<context>
    <name>QuestionWindow</name>
    <message>
        <source>A question for you</source>
        <translation>有个问题问你</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的回答</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>不回答</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Please note</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>The goal is empty</source>
        <translation>目标为空</translation>
    </message>
    <message>
        <source>Say what should be done.</source>
        <translation>请说明要做什么。</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>运行失败</translation>
    </message>
</context>
<context>
    <name>RunSection</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>any window</source>
        <translation>任意窗口</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型自己的</translation>
    </message>
    <message>
        <source>as the model says</source>
        <translation>按模型所说</translation>
    </message>
    <message>
        <source>look closer each time</source>
        <translation>每次都放大再看</translation>
    </message>
    <message>
        <source>look closer where it is unsure</source>
        <translation>不确定时放大再看</translation>
    </message>
    <message>
        <source>move onto the named text</source>
        <translation>移到所说的文字上</translation>
    </message>
    <message>
        <source>the middle of three answers</source>
        <translation>取三次回答的中间值</translation>
    </message>
    <message>
        <source>all monitors</source>
        <translation>所有显示器</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>A part of its title: the model sees nothing else.</source>
        <translation>标题的一部分：模型只能看到这个窗口。</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>动作格式</translation>
    </message>
    <message>
        <source>How the model was taught to write actions.</source>
        <translation>模型学会的动作写法。</translation>
    </message>
    <message>
        <source>Closer looks and more answers take longer. The reader needs none of them.</source>
        <translation>放大再看和多次回答会更慢。阅读器不需要这些。</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>定位方式</translation>
    </message>
    <message>
        <source>Most steps</source>
        <translation>最多步数</translation>
    </message>
    <message>
        <source>Most time</source>
        <translation>最长时间</translation>
    </message>
    <message>
        <source>Stop key</source>
        <translation>停止键</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{tokens} tokens, {rate}/s</source>
        <translation>{tokens} 词元，每秒 {rate}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Step {index}</source>
        <translation>第 {index} 步</translation>
    </message>
    <message>
        <source>Deciding what to do next…</source>
        <translation>正在决定下一步…</translation>
    </message>
    <message>
        <source>Looking at the screen…</source>
        <translation>正在看屏幕…</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Show the panel</source>
        <translation>显示面板</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>SuiteControls</name>
    <message>
        <source>Finished tasks</source>
        <translation>已完成的任务</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>同时运行的任务数</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run selected</source>
        <translation>运行所选</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>A local GLM fills the card, so one task is run at a time.</source>
        <translation>本地 GLM 会占满显卡，因此一次只运行一个任务。</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时</translation>
    </message>
</context>
<context>
    <name>TaskBrowser</name>
    <message>
        <source>begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>This file is no task until these mistakes are put right:</source>
        <translation>改正以下错误后，此文件才是任务：</translation>
    </message>
    <message>
        <source>It needs your trust</source>
        <translation>它需要您的信任</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>wanted {wanted}; saw {saw}</source>
        <translation>期望：{wanted}；看到：{saw}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Stopped. {done}</source>
        <translation>已停止。{done}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>A goal is worked on: tasks can be run when that has ended.</source>
        <translation>正在执行一个目标：结束后才能运行任务。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
</context>
<context>
    <name>ThinkingBar</name>
    <message>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <source>End the thought and let it act on what it has</source>
        <translation>结束思考，按现有结论行动</translation>
    </message>
    <message>
        <source>Thinking budget</source>
        <translation>思考预算</translation>
    </message>
</context>
<context>
    <name>ThoughtView</name>
    <message>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the panel</source>
        <translation>显示面板</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Do you trust these tasks?</source>
        <translation>您信任这些任务吗？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Run the others only</source>
        <translation>只运行其他任务</translation>
    </message>
    <message>
        <source>Trust and run</source>
        <translation>信任并运行</translation>
    </message>
    <message>
        <source>They do more than operate applications on files of their own. What they run can do whatever you can. A yes is remembered until a task, or a file that it brings, is changed.</source>
        <translation>它们不只是用应用程序操作自己的文件。它们运行的程序能做您能做的一切。您的信任会被记住，直到任务或其附带的文件被更改。</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>它们会做什么</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Deskhand</source>
        <translation>欢迎使用 Deskhand</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>检查这台电脑</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>It sees your screen and uses your mouse and keyboard</source>
        <translation>它能看到你的屏幕，并使用你的鼠标和键盘</translation>
    </message>
    <message>
        <source>Screenshots go to the model that you choose below, and into recordings on this machine. With the reader or a local GLM they never leave it.</source>
        <translation>截图会交给你在下面选择的模型，并保存在本机的记录里。使用阅读器或本地 GLM 时，截图不会离开这台电脑。</translation>
    </message>
    <message>
        <source>You can always stop it</source>
        <translation>你随时可以停止它</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Escape stops it from anywhere, and so does Stop. Move the mouse or press a key to take over; it waits until you hand back.</source>
        <translation>在任何地方按 Ctrl+Alt+Escape 或点“停止”都能停下它。移动鼠标或按键即可接管，它会等你交还。</translation>
    </message>
    <message>
        <source>It asks before it does harm</source>
        <translation>可能造成损害时它会先问</translation>
    </message>
    <message>
        <source>It asks before it types into a terminal, presses what sends, pays or deletes, or closes without saving. The settings say what it may do.</source>
        <translation>在终端中输入、点击发送、付款或删除、不保存就关闭之前，它会先问你。允许的范围可在设置里调整。</translation>
    </message>
</context>
<context>
    <name>endings</name>
    <message>
        <source>Goal reached</source>
        <translation>目标已达成</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>The goal cannot be reached</source>
        <translation>目标无法达成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>You took over</source>
        <translation>你已接管</translation>
    </message>
    <message>
        <source>A limit was reached</source>
        <translation>达到上限</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>卡住了</translation>
    </message>
    <message>
        <source>The model failed</source>
        <translation>模型出错</translation>
    </message>
    <message>
        <source>The desktop cannot be operated any more</source>
        <translation>无法再操作桌面</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>waited {seconds} s for you</source>
        <translation>等待你 {seconds} 秒</translation>
    </message>
    <message>
        <source>done by a person</source>
        <translation>由人操作</translation>
    </message>
    <message>
        <source>done by a flow</source>
        <translation>由流程操作</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>正在打开模型…</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>Acting…</source>
        <translation>正在操作…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Paused: the desktop is yours</source>
        <translation>已暂停：桌面交给你</translation>
    </message>
    <message>
        <source>Waiting for your approval</source>
        <translation>等待你的批准</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>等待你的回答</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Stopped before anything was done.</source>
        <translation>在做任何事之前已停止。</translation>
    </message>
    <message>
        <source>Stopped before it was finished.</source>
        <translation>在完成之前已停止。</translation>
    </message>
    <message>
        <source>The person took over before this was finished. Look again at what the screen shows now.</source>
        <translation>在完成之前你已接管。</translation>
    </message>
    <message>
        <source>The desktop was lost before this was finished.</source>
        <translation>此操作完成之前，桌面已无法使用。</translation>
    </message>
    <message>
        <source>The window that the run is bound to lies outside the screen: move it back, and start again.</source>
        <translation>本次运行所绑定的窗口位于屏幕之外：请将它移回，再重新开始。</translation>
    </message>
    <message>
        <source>Each step is to be approved.</source>
        <translation>每一步都需要批准。</translation>
    </message>
    <message>
        <source>The goal cannot be reached.</source>
        <translation>目标无法达成。</translation>
    </message>
    <message>
        <source>It is input like any other.</source>
        <translation>这是普通的输入。</translation>
    </message>
    <message>
        <source>It leaves the window that the run is to stay in.</source>
        <translation>它会离开本次运行所限定的窗口。</translation>
    </message>
    <message>
        <source>What lies there is none of the windows that are allowed.</source>
        <translation>那里的窗口不在允许的窗口之列。</translation>
    </message>
    <message>
        <source>Another window has taken the keyboard. Look again.</source>
        <translation>另一个窗口占用了键盘。请重新查看。</translation>
    </message>
    <message>
        <source>What was clicked does not take the keyboard, so nothing was typed. Click into a text field.</source>
        <translation>点击之处不接受键盘输入，因此什么也没有输入。请点击一个文本框。</translation>
    </message>
    <message>
        <source>A secret with a new line or a tab cannot be typed: it would press what has the focus.</source>
        <translation>含有换行或制表符的机密无法输入：它会按下当前获得焦点的控件。</translation>
    </message>
    <message>
        <source>Another program took the text from the clipboard: look whether it arrived.</source>
        <translation>另一个程序取走了剪贴板里的文字：请查看它是否已到达。</translation>
    </message>
    <message>
        <source>Nobody is there to answer. Decide by yourself, or give up as infeasible.</source>
        <translation>没有人在场回答。请自行决定，或以无法完成放弃。</translation>
    </message>
    <message>
        <source>The screen changed where this aims since you saw it, so nothing was done. Look again.</source>
        <translation>目标处的屏幕在查看之后发生了变化，因此没有执行。请重新查看。</translation>
    </message>
    <message>
        <source>Another window came to the front while the user was asked. Look again.</source>
        <translation>询问用户期间另一个窗口来到了前面。请重新查看。</translation>
    </message>
    <message>
        <source>It was under way and could not be changed any more, so it was broken off.</source>
        <translation>操作已在进行，无法再修改，因此已中止。</translation>
    </message>
    <message>
        <source>It removes what is selected: no text caret was seen there.</source>
        <translation>它会删除选中的内容：那里没有看到文本光标。</translation>
    </message>
    <message>
        <source>It closes something, with all that is not saved.</source>
        <translation>它会关闭某些内容，未保存的部分将丢失。</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>only pixels tell what has the focus</source>
        <translation>只能从像素判断焦点在哪里</translation>
    </message>
    <message>
        <source>applications can tell what has the focus</source>
        <translation>应用程序可以告知焦点在哪里</translation>
    </message>
    <message>
        <source>To let applications tell what has the focus: `pip install &apos;deskhand[a11y]&apos;`.</source>
        <translation>要让应用程序告知焦点在哪里：`pip install &apos;deskhand[a11y]&apos;`。</translation>
    </message>
    <message>
        <source>No accessibility bus answers: a virtual display has none; elsewhere, install at-spi2-core and log in again.</source>
        <translation>没有无障碍总线应答：虚拟显示器上没有；在其他情况下，请安装 at-spi2-core 并重新登录。</translation>
    </message>
    <message>
        <source>This system has no accessibility bus; the screen is read instead.</source>
        <translation>此系统没有无障碍总线；改为读取屏幕。</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>无法工作</translation>
    </message>
    <message>
        <source>no font for Chinese</source>
        <translation>没有中文字体</translation>
    </message>
    <message>
        <source>For Chinese on the screen: `sudo apt install fonts-noto-cjk`.</source>
        <translation>要在屏幕上显示中文：`sudo apt install fonts-noto-cjk`。</translation>
    </message>
    <message>
        <source>A local GLM needs about 20 GB for its weights; the reader needs none.</source>
        <translation>本地 GLM 的权重约需 20 GB；阅读器不需要。</translation>
    </message>
    <message>
        <source>keys are heard, and own input is known as own</source>
        <translation>能监听到按键，也能认出自己的输入</translation>
    </message>
    <message>
        <source>own input was taken for a person&apos;s</source>
        <translation>自己的输入被误认为是人的操作</translation>
    </message>
    <message>
        <source>Leave mouse and keyboard alone during the check; run it again.</source>
        <translation>检查时请勿动鼠标和键盘，然后重试。</translation>
    </message>
    <message>
        <source>somebody used the mouse or the keyboard meanwhile</source>
        <translation>检查期间有人动了鼠标或键盘</translation>
    </message>
    <message>
        <source>Report this with your monitors&apos; sizes and scaling; until then use one monitor at 100 %.</source>
        <translation>请报告此问题并附上显示器的尺寸和缩放；在此之前请使用一台缩放为 100 % 的显示器。</translation>
    </message>
    <message>
        <source>Set this monitor&apos;s scaling to 100 %, or let the agent work on another one.</source>
        <translation>将这台显示器的缩放设为 100 %，或让它在另一台显示器上工作。</translation>
    </message>
    <message>
        <source>sets up</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>opens the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>tears down</source>
        <translation>正在清理</translation>
    </message>
    <message>
        <source>Nothing is checked, and the agent does not say that it is done.</source>
        <translation>没有任何检查，而智能体也没有表示已完成。</translation>
    </message>
    <message>
        <source>There is no recording of it: it ended before anything was done.</source>
        <translation>没有它的记录：在做任何事之前它就结束了。</translation>
    </message>
    <message>
        <source>{count} steps were not enough.</source>
        <translation>{count} 步还不够。</translation>
    </message>
    <message>
        <source>{count} seconds were not enough.</source>
        <translation>{count} 秒还不够。</translation>
    </message>
    <message>
        <source>The same action met the same screen {count} times.</source>
        <translation>同样的操作在同样的屏幕上重复了 {count} 次。</translation>
    </message>
    <message>
        <source>{count} replies in a row could not be read. The last: {complaint}</source>
        <translation>连续 {count} 个回复无法读懂。最后一个：{complaint}</translation>
    </message>
    <message>
        <source>Monitor {number} ({size}) is gone. Plug it in again, or choose another one, and start again.</source>
        <translation>显示器 {number}（{size}）已断开。请重新连接或选择另一台，然后重新开始。</translation>
    </message>
    <message>
        <source>Nothing on the screen reads {target}; it reads: {lines}.</source>
        <translation>屏幕上没有 {target}；能读到的是：{lines}。</translation>
    </message>
    <message>
        <source>{reason} (The policy says `{rule}: ask`.)</source>
        <translation>{reason}（策略规定 `{rule}: ask`。）</translation>
    </message>
    <message>
        <source>The policy refuses this ({rule}): {reason}</source>
        <translation>策略不允许（{rule}）：{reason}</translation>
    </message>
    <message>
        <source>The user did not approve this: {reason}</source>
        <translation>你没有批准：{reason}</translation>
    </message>
    <message>
        <source>Nobody was there to approve this: {reason}</source>
        <translation>没有人在场批准：{reason}</translation>
    </message>
    <message>
        <source>It types the secret {names}. (Asked once a run: it is bound to no window.)</source>
        <translation>它会输入机密 {names}。（每次运行只问一次：它没有绑定到任何窗口。）</translation>
    </message>
    <message>
        <source>Another window took the keyboard after {count} characters. Look again.</source>
        <translation>输入 {count} 个字符后，另一个窗口取得了键盘。请再看一次。</translation>
    </message>
    <message>
        <source>{file} cannot be used: {reason}.</source>
        <translation>无法使用 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({error}). Please report it.</source>
        <translation>出现了意料之外的错误（{error}）。请报告此问题。</translation>
    </message>
    <message>
        <source>It opens “{name}”, which runs: {command}</source>
        <translation>它会打开“{name}”，即运行：{command}</translation>
    </message>
    <message>
        <source>It opens “{name}”.</source>
        <translation>它会打开“{name}”。</translation>
    </message>
    <message>
        <source>The secret {names} does not belong there.</source>
        <translation>机密 {names} 不能用在那里。</translation>
    </message>
    <message>
        <source>It drops something on “{label}”, which throws it away.</source>
        <translation>它会把某些内容拖放到“{label}”上，即丢弃。</translation>
    </message>
    <message>
        <source>It was broken off under way: {reason}</source>
        <translation>进行中被中止：{reason}</translation>
    </message>
    <message>
        <source>The window {title} that the run was bound to was closed.</source>
        <translation>本次运行所绑定的窗口 {title} 已关闭。</translation>
    </message>
    <message>
        <source>The window {title} that the run is bound to is hidden and does not come back: show it, and start again.</source>
        <translation>本次运行所绑定的窗口 {title} 已隐藏且无法恢复：请让它显示出来，再重新开始。</translation>
    </message>
    <message>
        <source>The window {title} that the run is bound to is covered by one that stays in front: move that away, and start again.</source>
        <translation>本次运行所绑定的窗口 {title} 被一个始终置顶的窗口遮住：请将后者移开，再重新开始。</translation>
    </message>
    <message>
        <source>It types the secret {names}.</source>
        <translation>它会输入机密 {names}。</translation>
    </message>
    <message>
        <source>It types into {window}, which runs commands.</source>
        <translation>它会在 {window} 中输入，那里会执行命令。</translation>
    </message>
    <message>
        <source>It presses {keys}.</source>
        <translation>它会按下 {keys}。</translation>
    </message>
    <message>
        <source>“{label}” is read there, which commits.</source>
        <translation>那里写着“{label}”，这会提交操作。</translation>
    </message>
    <message>
        <source>“{label}” is read there, which closes without saving.</source>
        <translation>那里写着“{label}”，这会不保存就关闭。</translation>
    </message>
    <message>
        <source>“{title}” is none of the windows that are allowed.</source>
        <translation>“{title}”不在允许的窗口之列。</translation>
    </message>
    <message>
        <source>step {number}: {action}</source>
        <translation>第 {number} 步：{action}</translation>
    </message>
    <message>
        <source>Wanted {wanted}; saw {saw}.</source>
        <translation>期望：{wanted}；看到：{saw}。</translation>
    </message>
    <message>
        <source>The agent did not reach the goal: {reason}</source>
        <translation>智能体没有达到目标：{reason}</translation>
    </message>
    <message>
        <source>It was not over after {seconds} seconds, set-up included, and was ended.</source>
        <translation>连同准备在内 {seconds} 秒后仍未结束，因此被终止。</translation>
    </message>
    <message>
        <source>The worker ended without an outcome (exit code {code}): see {file}.</source>
        <translation>工作进程没有给出结果就结束了（退出代码 {code}）：见 {file}。</translation>
    </message>
    <message>
        <source>It passed only at attempt {number}: {reason}</source>
        <translation>第 {number} 次尝试才通过：{reason}</translation>
    </message>
    <message>
        <source>It was expected to fail, and passed: {reason}</source>
        <translation>预期失败，却通过了：{reason}</translation>
    </message>
    <message>
        <source>It runs the command {command}.</source>
        <translation>它运行命令 {command}。</translation>
    </message>
    <message>
        <source>It starts the program {command}.</source>
        <translation>它启动程序 {command}。</translation>
    </message>
    <message>
        <source>It opens {file} in {application}, which is not served on this machine.</source>
        <translation>它用 {application} 打开 {file}，而这个地址不在本机。</translation>
    </message>
    <message>
        <source>It opens {file} in {application}, which is an option and no file.</source>
        <translation>它用 {application} 打开 {file}，而这是选项，不是文件。</translation>
    </message>
    <message>
        <source>It opens {file} in {application}, which lies outside the home.</source>
        <translation>它用 {application} 打开 {file}，而它在主目录之外。</translation>
    </message>
    <message>
        <source>It sets {name}, a variable that can make programs run something.</source>
        <translation>它设置变量 {name}，这能让程序运行别的东西。</translation>
    </message>
    <message>
        <source>It writes {file}, which can make programs run something.</source>
        <translation>它写入 {file}，这能让程序运行别的东西。</translation>
    </message>
    <message>
        <source>It writes {file}, which lies outside the home.</source>
        <translation>它写入 {file}，而它在主目录之外。</translation>
    </message>
    <message>
        <source>It reads {file}, which leads out of the task&apos;s folder.</source>
        <translation>它读取 {file}，而它通向任务文件夹之外。</translation>
    </message>
    <message>
        <source>Its check runs the command {command}.</source>
        <translation>它的检查运行命令 {command}。</translation>
    </message>
    <message>
        <source>Its check runs the function {function}.</source>
        <translation>它的检查运行函数 {function}。</translation>
    </message>
    <message>
        <source>Its check `{kind}` runs something.</source>
        <translation>它的检查 `{kind}` 会运行程序。</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>No action</source>
        <translation>没有动作</translation>
    </message>
    <message>
        <source>You answered: {text}</source>
        <translation>你的回答：{text}</translation>
    </message>
    <message>
        <source>The screen changed</source>
        <translation>屏幕有变化</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>look</source>
        <translation>看</translation>
    </message>
    <message>
        <source>think</source>
        <translation>想</translation>
    </message>
    <message>
        <source>judge</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>act</source>
        <translation>做</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>{tokens} tokens, {rate} a second</source>
        <translation>{tokens} 词元，每秒 {rate}</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>flaky</source>
        <translation>不稳定</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>failed as expected</source>
        <translation>如预期失败</translation>
    </message>
    <message>
        <source>error</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>never run</source>
        <translation>从未运行</translation>
    </message>
    <message>
        <source>needs your trust</source>
        <translation>需要您的信任</translation>
    </message>
    <message>
        <source>{count} attempts</source>
        <translation>{count} 次尝试</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Press for {seconds} s</source>
        <translation>按住 {seconds} 秒</translation>
    </message>
    <message>
        <source>Move the pointer</source>
        <translation>移动指针</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Type {text} and press Enter</source>
        <translation>输入{text}并按回车</translation>
    </message>
    <message>
        <source>Type {text}</source>
        <translation>输入{text}</translation>
    </message>
    <message>
        <source>Press {keys}</source>
        <translation>按 {keys}</translation>
    </message>
    <message>
        <source>Wait {seconds} s</source>
        <translation>等待 {seconds} 秒</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>回答：{text}</translation>
    </message>
    <message>
        <source>Ask: {text}</source>
        <translation>提问：{text}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Give up: {reason}</source>
        <translation>放弃：{reason}</translation>
    </message>
    <message>
        <source>Allowed by the policy</source>
        <translation>策略允许</translation>
    </message>
    <message>
        <source>Broken off by the policy</source>
        <translation>被策略中止</translation>
    </message>
    <message>
        <source>Refused by the policy</source>
        <translation>被策略拒绝</translation>
    </message>
    <message>
        <source>Edited and approved by the person</source>
        <translation>经你修改并批准</translation>
    </message>
    <message>
        <source>Approved by the person</source>
        <translation>经你批准</translation>
    </message>
    <message>
        <source>Not approved by the person</source>
        <translation>你没有批准</translation>
    </message>
    <message>
        <source>Not approved: nobody was there to ask</source>
        <translation>没有批准：没有人可以询问</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Triple-click</source>
        <translation>三击</translation>
    </message>
    <message>
        <source>{click} (right button)</source>
        <translation>{click}（右键）</translation>
    </message>
    <message>
        <source>{click} (middle button)</source>
        <translation>{click}（中键）</translation>
    </message>
    <message>
        <source>Replace what the field holds by {text}</source>
        <translation>将输入框原有内容替换为{text}</translation>
    </message>
    <message>
        <source>Replace what the field holds by {text} and press Enter</source>
        <translation>将输入框原有内容替换为{text}并按回车</translation>
    </message>
    <message>
        <source>Scroll up by {notches}</source>
        <translation>向上滚动 {notches} 格</translation>
    </message>
    <message>
        <source>Scroll down by {notches}</source>
        <translation>向下滚动 {notches} 格</translation>
    </message>
    <message>
        <source>Scroll left by {notches}</source>
        <translation>向左滚动 {notches} 格</translation>
    </message>
    <message>
        <source>Scroll right by {notches}</source>
        <translation>向右滚动 {notches} 格</translation>
    </message>
    <message>
        <source>“{start}…” ({count} characters)</source>
        <translation>“{start}…”（共 {count} 字）</translation>
    </message>
</context>
</TS>
